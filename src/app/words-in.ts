/** A passphrase as it is meant: phones put spaces after words, and a capital before the first. */
export const wordsIn = (typed: string): string => typed.trim().replace(/\s+/g, " ");
