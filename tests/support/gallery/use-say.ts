import { useTranslation } from "react-i18next";

/** The gallery's own words, in two languages: enough to see how long Ukrainian grows; half as long again in `en-XA`. */
export const useSay = (): ((en: string, uk: string) => string) => {
  const { language } = useTranslation().i18n;
  return (en, uk) => (language === "uk" ? uk : language === "en-XA" ? en.replace(/\w{4,}/g, "$&óómm") : en);
};
