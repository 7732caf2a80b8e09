/**
 * A passphrase as it is meant: phones put spaces after words and a capital before the first, and some people put hyphens between them.
 * Capitals and hyphens count in what is not four or more words of letters; with those it is as it is typed.
 */
export const normalizePassphrase = (typed: string): string => {
  const text = typed.normalize("NFC").trim().replace(/\s+/g, " ");
  return fourWords.test(text) ? text.toLowerCase().replaceAll(/ ?- ?/g, " ") : text;
};

const fourWords = /^\p{L}{3,9}( ?- ?\p{L}{3,9}| \p{L}{3,9}){3,}$/u;
