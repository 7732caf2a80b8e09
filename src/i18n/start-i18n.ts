import { createInstance, type i18n } from "i18next";
import { firstLanguage } from "./first-language.ts";
import { type Language, pseudoLocale } from "./languages.ts";
import { loadWords, type WordPart } from "./load-words.ts";
import { rememberedLanguage } from "./remembered-language.ts";

/** Ready to show the lock: its words are loaded. What stands behind it is fetched by `useWordsLoaded`, other languages when they are chosen. */
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
  const parts = wordParts.filter((part) => part === "lock" || hasWords(instance, instance.language, part));
  await Promise.all(parts.map((part) => addWords(instance, language, part)));
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = instance.dir(language);
};

export const addWords = async (
  instance: i18n,
  language: Language | typeof pseudoLocale,
  part: WordPart,
): Promise<void> => {
  if (hasWords(instance, language, part)) return;
  instance.addResourceBundle(language, "translation", await loadWords(language, part), true);
};

/** False before there is any language, of which i18next says `undefined`. */
export const hasWords = (instance: i18n, language: string | undefined, part: WordPart): boolean =>
  language !== undefined && instance.getResource(language, "translation", areaIn[part]) !== undefined;

/** An area of words that tells whether its part is there. */
const areaIn: Readonly<Record<WordPart, string>> = {
  lock: "app",
  behind: "intake",
  transport: "transport",
  lead: "lead",
  later: "pin",
  welcome: "welcome",
};
const wordParts = Object.keys(areaIn) as readonly WordPart[];

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
