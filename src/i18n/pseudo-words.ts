import type { WordTree } from "./words.ts";

/** Every letter accented and every text 40 % longer; placeholders stay. */
export const pseudoWords = (words: WordTree): WordTree =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === "string" ? pseudo(value) : pseudoWords(value)]),
  );

const pseudo = (text: string): string => {
  const accented = text
    .split(/(\{\{.*?\}\})/)
    .map((part) => (part.startsWith("{{") ? part : [...part].map((letter) => accents[letter] ?? letter).join("")))
    .join("");
  return `[${accented}${"·".repeat(Math.ceil(text.length * 0.4))}]`;
};

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [..."aceiouyAEIOUYnsz"].map((letter, place) => [letter, [..."áçéíóúýÁÉÍÓÚÝñšž"][place] ?? letter]),
);
