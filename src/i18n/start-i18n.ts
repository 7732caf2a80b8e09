import { createInstance, type i18n } from "i18next";
import { firstLanguage } from "./first-language.ts";
import { type Language, pseudoLocale } from "./languages.ts";
import { loadWords } from "./load-words.ts";
import { rememberedLanguage } from "./remembered-language.ts";

/** Ready to render: the words of the first language are loaded. The others are fetched when somebody switches. */
export const startI18n = async (): Promise<i18n> => {
  const instance = createInstance();
  await instance.init({
    fallbackLng: false,
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
    resources: {},
    returnNull: false,
  });
  await switchLanguage(instance, languageForThisVisit());
  return instance;
};

/** In place, without a reload, offline. */
export const switchLanguage = async (instance: i18n, language: Language | typeof pseudoLocale): Promise<void> => {
  if (!instance.hasResourceBundle(language, "translation")) {
    instance.addResourceBundle(language, "translation", await loadWords(language));
  }
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = instance.dir(language);
};

const languageForThisVisit = (): Language | typeof pseudoLocale => {
  const asked = new URLSearchParams(location.search).get("lang");
  if (import.meta.env.DEV && asked === pseudoLocale) return pseudoLocale;
  const language = firstLanguage({
    asked,
    remembered: rememberedLanguage.read(),
    preferred: navigator.languages,
  });
  if (asked === language) {
    rememberedLanguage.keep(language);
    forgetAskedLanguage();
  }
  return language;
};

// Left in the address, `?lang=` would undo a later choice at the next reload.
const forgetAskedLanguage = (): void => {
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  history.replaceState(history.state, "", address);
};
