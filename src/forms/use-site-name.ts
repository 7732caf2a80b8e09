import { directoryDatabase } from "../domain/model/databases.ts";
import { siteNameIn } from "../domain/model/kinds/site.ts";
import { useLanguage } from "../i18n/use-language.ts";
import type { Records } from "../live/records.ts";
import { useLive } from "../live/use-live.ts";

/** What a site is called in the chosen language; nothing while the directory is not here. */
export const useSiteName = (slug: string | undefined): string | undefined => {
  const { language } = useLanguage();
  return useLive(siteName, slug, language);
};

const siteName = (records: Records, slug: string | undefined, language: string): string | undefined => {
  const site = [...records.all(directoryDatabase, "site").values()].find((one) => one.site === slug);
  return site && siteNameIn(site, language);
};
