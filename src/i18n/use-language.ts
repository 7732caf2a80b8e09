import { useCallback } from "react";
import { useI18nContext } from "./i18n-context.ts";
import { isLanguage, type Language } from "./languages.ts";
import { chooseLanguage } from "./start-i18n.ts";

export type LanguageChoice = {
  readonly language: Language;
  readonly choose: (language: Language) => Promise<void>;
};

/** The language of the interface and how to change it; the choice is remembered on this device. */
export const useLanguage = (): LanguageChoice => {
  const { i18n, language } = useI18nContext();
  const choose = useCallback((language: Language) => chooseLanguage(i18n, language), [i18n]);
  return { language: isLanguage(language) ? language : "en", choose };
};
