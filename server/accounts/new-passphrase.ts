import { randomInt } from "node:crypto";
import { type WordLanguage, wordList } from "./word-list.ts";

/** Bits of a passphrase that is proposed: four words of 2,048. */
export const proposedBits = 44;

/** Words drawn at random, as many as it takes for so many bits. */
export const newPassphrase = async (language: WordLanguage, bits = proposedBits): Promise<string> => {
  const list = await wordList(language);
  return Array.from({ length: wordsFor(bits, list.length) }, () => list[randomInt(list.length)]).join(" ");
};

/** How many words of a list of `length` have so many bits: never fewer than four, however long the list. */
export const wordsFor = (bits: number, length: number): number => Math.max(4, Math.ceil(bits / Math.log2(length)));
