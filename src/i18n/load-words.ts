import { type Language, pseudoLocale } from "./languages.ts";
import type { WordTree } from "./words.ts";

// One chunk for each language, all of them precached by the service worker: switching works offline.
const loaders: Record<Language, () => Promise<{ words: WordTree }>> = {
  uk: () => import("./words/uk.ts"),
  pl: () => import("./words/pl.ts"),
  en: () => import("./words/en.ts"),
  ru: () => import("./words/ru.ts"),
};

export const loadWords = async (language: Language | typeof pseudoLocale): Promise<WordTree> => {
  const { words } = await loaders[language === pseudoLocale ? "en" : language]();
  if (!import.meta.env.DEV || language !== pseudoLocale) return words;
  const { pseudoWords } = await import("./pseudo-words.ts");
  return pseudoWords(words);
};
