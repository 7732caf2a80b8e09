/** The words of a name: split at spaces, hyphens, dots and commas. */
export const wordsOf = (name: string): readonly string[] => name.split(/[\s\-‐‑–—.,]+/u).filter((word) => word !== "");
