import { useLanguage } from "../../../src/i18n/use-language.ts";

/** The gallery's own words, in two languages: enough to see how long Ukrainian grows. */
export const useSay = (): ((en: string, uk: string) => string) => {
  const { language } = useLanguage();
  return (en, uk) => (language === "uk" ? uk : en);
};
