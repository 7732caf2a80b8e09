import { useState, useSyncExternalStore } from "react";
import { directoryDatabase } from "../../domain/model/databases.ts";
import { type Site, siteNameIn } from "../../domain/model/kinds/site.ts";
import type { NamedError } from "../../i18n/use-error-text.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Records } from "../../live/records.ts";
import { useLive } from "../../live/use-live.ts";
import { List } from "../../ui/display/list.tsx";
import { ListRow } from "../../ui/display/list-row.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Page } from "../../ui/page/page.tsx";
import { openSites } from "./followed-databases.ts";
import type { FollowedSites } from "./followed-sites.ts";

type Props = { readonly roles: readonly string[]; readonly followed: FollowedSites };

/** For a coordinator: which sites this phone follows. */
export const SitesPage = ({ roles, followed }: Props) => {
  const t = useT();
  const { language } = useLanguage();
  const chosen = useSyncExternalStore(followed.subscribe, followed.chosen);
  const [refusal, setRefusal] = useState<NamedError>();
  const sites = useLive(sitesToChoose, roles);
  const change = (site: string) => {
    const others = chosen.filter((one) => one !== site);
    const choice = others.length < chosen.length ? others : [...others, site];
    followed.choose(choice).then(
      () => setRefusal(undefined),
      () => setRefusal({ type: "NotSaved" }),
    );
  };
  const title = t("lead.sites.title");
  return (
    <Page title={title} lede={t("lead.sites.lede")} back="/settings">
      <Refusal error={refusal} />
      {sites.length === 0 && <Empty icon="haven" title={t("lead.sites.none")} />}
      <List label={title}>
        {sites.map((site) => (
          <ListRow
            key={site._id}
            title={siteNameIn(site, language)}
            pressed={chosen.includes(site.site)}
            onPress={() => change(site.site)}
          />
        ))}
      </List>
    </Page>
  );
};

const sitesToChoose = (records: Records, roles: readonly string[]): readonly Site[] => {
  const open = new Set(openSites(records, roles));
  return [...records.all(directoryDatabase, "site").values()]
    .filter(({ site, voided }) => open.has(site) && !voided)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};
