import { describe, expect, test } from "vitest";
import { newPassphrase, proposedBits, wordsFor } from "../../../server/accounts/new-passphrase.ts";
import { type WordLanguage, wordLanguages, wordList } from "../../../server/accounts/word-list.ts";
import { normalizePassphrase } from "../../../src/domain/rights/normalize-passphrase.ts";

const alphabets: Readonly<Record<WordLanguage, RegExp>> = {
  en: /^[a-z]{3,8}$/,
  uk: /^[абвгдеєжзиіїйклмнопрстуфхцчшщьюя]{3,9}$/,
  pl: /^[abcdefghijklmnoprstuwyzóąćęłńśźż]{3,9}$/,
  ru: /^[абвгдежзийклмнопрстуфхцчшщъыьэюя]{3,9}$/,
};
const unmarked = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");
/** The short и and ї are letters of their own; in Polish somebody may leave the marks out. */
const beginning = (language: WordLanguage, word: string): string =>
  (language === "pl" ? unmarked(word) : word).slice(0, 5);

describe.each(wordLanguages)("The words of %s", (language) => {
  test("are 2,048 at least, in the letters of the language", async () => {
    const list = await wordList(language);
    expect(list.length).toBeGreaterThanOrEqual(2_048);
    expect(list.filter((word) => !alphabets[language].test(word))).toEqual([]);
  });

  test("differ from one another within the first five letters, with and without a language's marks", async () => {
    const list = await wordList(language);
    expect(new Set(list).size).toBe(list.length);
    expect(new Set(list.map((word) => beginning(language, word))).size).toBe(list.length);
  });

  test("are what is understood when they are typed", async () => {
    const list = await wordList(language);
    for (let from = 0; from < list.length; from += 4) {
      const words = list.slice(from, from + 4);
      const phrase = words.join(" ");
      expect(words.map(normalizePassphrase)).toEqual(words);
      expect(normalizePassphrase(phrase)).toBe(phrase);
      if (words.length === 4) expect(normalizePassphrase(` ${phrase.toUpperCase().normalize("NFD")}`)).toBe(phrase);
    }
  });

  test("give a passphrase of 44 bits: four words of the list, other ones each time", async () => {
    const list = await wordList(language);
    const words = (await newPassphrase(language)).split(" ");
    expect(words).toHaveLength(4);
    expect(words.length * Math.log2(list.length)).toBeGreaterThanOrEqual(44);
    expect(words.filter((word) => !list.includes(word))).toEqual([]);
    expect(await newPassphrase(language)).not.toBe(words.join(" "));
    expect((await newPassphrase(language, 55)).split(" ")).toHaveLength(5);
  });
});

test.each([
  [2_048, 4],
  [100_000, 4],
  [2_047, 5],
  [1_626, 5],
  [256, 6],
])("From %i words %i are drawn", (length, count) => {
  expect(wordsFor(proposedBits, length)).toBe(count);
});
