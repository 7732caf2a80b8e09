/** Lists of words for passphrases: one a line, nothing else in the file. Where they come from: `words/README.md`. */
const lists = {
  en: () => import("./words/en.txt?raw"),
  uk: () => import("./words/uk.txt?raw"),
  pl: () => import("./words/pl.txt?raw"),
  ru: () => import("./words/ru.txt?raw"),
} as const;

export type WordLanguage = keyof typeof lists;
export const wordLanguages = Object.keys(lists) as readonly WordLanguage[];

export const isWordLanguage = (language: string): language is WordLanguage => Object.hasOwn(lists, language);

/** Read when it is first asked for. */
export const wordList = async (language: WordLanguage): Promise<readonly string[]> =>
  (await lists[language]()).default.trim().split("\n");
