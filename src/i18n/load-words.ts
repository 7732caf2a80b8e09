import { importAgain } from "./import-again.ts";
import { type Language, pseudoLocale } from "./languages.ts";
import type { WordTree } from "./words.ts";

/** What the lock says, which is needed first; what everybody has behind it; what only those have who move people; what those have who lead a site or sit at a laptop; what is asked for once the phone is open: a fingerprint, a PIN, the first steps, the settings; or by who forgot their passphrase; what makes a new volunteer's phone ready. */
export type WordPart = "lock" | "behind" | "transport" | "lead" | "later" | "welcome";

type Loader = () => Promise<{ readonly words: WordTree }>;

// Six chunks for each language, all of them precached by the service worker: switching works offline.
const loaders: Readonly<Record<Language, Readonly<Record<WordPart, Loader>>>> = {
  uk: {
    lock: () => import("./words/uk-lock.ts"),
    behind: () => import("./words/uk.ts"),
    transport: () => import("./words/uk-transport.ts"),
    lead: () => import("./words/uk-lead.ts"),
    later: () => import("./words/uk-later.ts"),
    welcome: () => import("./words/uk-welcome.ts"),
  },
  pl: {
    lock: () => import("./words/pl-lock.ts"),
    behind: () => import("./words/pl.ts"),
    transport: () => import("./words/pl-transport.ts"),
    lead: () => import("./words/pl-lead.ts"),
    later: () => import("./words/pl-later.ts"),
    welcome: () => import("./words/pl-welcome.ts"),
  },
  en: {
    lock: () => import("./words/en-lock.ts"),
    behind: () => import("./words/en.ts"),
    transport: () => import("./words/en-transport.ts"),
    lead: () => import("./words/en-lead.ts"),
    later: () => import("./words/en-later.ts"),
    welcome: () => import("./words/en-welcome.ts"),
  },
  ru: {
    lock: () => import("./words/ru-lock.ts"),
    behind: () => import("./words/ru.ts"),
    transport: () => import("./words/ru-transport.ts"),
    lead: () => import("./words/ru-lead.ts"),
    later: () => import("./words/ru-later.ts"),
    welcome: () => import("./words/ru-welcome.ts"),
  },
};

export const loadWords = async (language: Language | typeof pseudoLocale, part: WordPart): Promise<WordTree> => {
  const { words } = await importAgain(loaders[language === pseudoLocale ? "en" : language][part]);
  if (!import.meta.env.DEV || language !== pseudoLocale) return words;
  const { pseudoWords } = await import("./pseudo-words.ts");
  return pseudoWords(words);
};
