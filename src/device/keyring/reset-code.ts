/** What lets a person choose a new passphrase on one phone, once: 16 digits, 53 bits, that any keyboard types. Their lead has it. */
export const newResetCode = (): string => {
  const digits = Array.from(crypto.getRandomValues(new Uint32Array(codeLength)), (number) => number % 10);
  return digits.join("");
};

/** As it is typed: in groups, or, made by an older app, 26 letters of which some look like digits. Source: Crockford's Base 32. */
export const resetCodeIn = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");

/** Digits, and letters of older apps: what else is typed is no try. */
export const isResetCode = (code: string): boolean =>
  new RegExp(`^[0-9]{${codeLength}}$`).test(code) || isOldResetCode(code);

export const isOldResetCode = (code: string): boolean => /^[0-9a-z]{26}$/.test(code);

const codeLength = 16;

/** Wrong codes in a row after which no code opens anything; the next passphrase that opens the phone makes another one. */
export const mostResetTries = 5;

/** Four words that are some. */
export const isStrongEnough = (passphrase: string): boolean =>
  passphrase.length >= 16 && passphrase.split(" ").filter((word) => word.length > 2).length >= 4;
