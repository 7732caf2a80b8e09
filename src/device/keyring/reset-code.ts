/** As it is typed: in groups, or, made by an older app, 26 letters of which some look like digits. Source: Crockford's Base 32. */
export const resetCodeIn = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");

/** Digits, or the letters of an older app: what else is typed is no try. */
export const isResetCode = (code: string): boolean => /^[0-9]{16}$/.test(code) || isOldResetCode(code);

export const isOldResetCode = (code: string): boolean => /^[0-9a-z]{26}$/.test(code);

/** Four words that are some. */
export const isStrongEnough = (passphrase: string): boolean =>
  passphrase.length >= 16 && passphrase.split(" ").filter((word) => word.length > 2).length >= 4;
