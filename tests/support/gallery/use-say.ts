import { useI18nContext } from "../../../src/i18n/i18n-context.ts";

/** The gallery's own words, in two languages: enough to see how long Ukrainian grows; half as long again in `en-XA`. */
export const useSay = (): ((en: string, uk: string) => string) => {
  const { language } = useI18nContext();
  return (en, uk) => (language === "uk" ? uk : language === "en-XA" ? en.replace(/\w{4,}/g, "$&óómm") : en);
};
