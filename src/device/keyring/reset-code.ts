import { randomLetters } from "./random-letters.ts";

/** What lets a person choose a new passphrase on one phone, once: 26 letters and digits, 130 bits. Their lead has it. */
export const newResetCode = (): string => randomLetters(26);

/** As it is typed: in groups, or with letters that look like digits. Source: Crockford's Base 32. */
export const resetCodeIn = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");

/** Four words that are some. */
export const isStrongEnough = (passphrase: string): boolean =>
  passphrase.length >= 16 && passphrase.split(" ").filter((word) => word.length > 2).length >= 4;
