import { createInstance, type i18n } from "i18next";
import { firstLanguage } from "./first-language.ts";
import { type Language, pseudoLocale } from "./languages.ts";
import { loadWords, type WordPart } from "./load-words.ts";
import { rememberedLanguage } from "./remembered-language.ts";

type Shown = Language | typeof pseudoLocale;

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

/** In place, without a reload, offline; remembered once it is shown. */
export const chooseLanguage = async (instance: i18n, language: Language): Promise<void> => {
  if (await switchLanguage(instance, language)) rememberedLanguage.keep(language);
};

/** Of two choices the last one counts, however long its words take. False for one that another has overtaken. */
const switchLanguage = async (instance: i18n, language: Shown): Promise<boolean> => {
  const wanted = wantedOf(instance);
  wanted.language = language;
  const missing = () => [...wanted.parts].filter((part) => !hasWords(instance, language, part));
  // Looked at again: a part may have come into use while the others were fetched.
  while (wanted.language === language && missing().length > 0)
    await Promise.all(missing().map((part) => addWords(instance, language, part)));
  if (wanted.language !== language) return false;
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = instance.dir(language);
  return true;
};

/** The part is in use from now on: it comes with every language that is chosen later. */
export const addWords = async (instance: i18n, language: Shown, part: WordPart): Promise<void> => {
  wantedOf(instance).parts.add(part);
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

/** The language that was chosen last, shown or not yet, and the parts of the words that are in use. */
type Wanted = { language?: Shown; readonly parts: Set<WordPart> };

const wantedBy = new WeakMap<i18n, Wanted>();
const wantedOf = (instance: i18n): Wanted => {
  const wanted = wantedBy.get(instance) ?? { parts: new Set(["lock"]) };
  wantedBy.set(instance, wanted);
  return wanted;
};

const languageForThisVisit = (): Shown => {
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
