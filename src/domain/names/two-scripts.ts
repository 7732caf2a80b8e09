/** A name and the same in Latin letters. */
export type NameInBoth = { readonly name: string; readonly latin: string };

/**
 * The two halves of a name that was written in two alphabets: `Ковальчук Kovalchuk`, `Ковальчук / Kovalchuk`, `Kovalchuk (Ковальчук)`.
 * Words of one alphabet stand together; a word in both, or a third part, is nothing that can be told apart.
 */
export const inBothScripts = (text: string): NameInBoth | undefined => {
  const words = text.match(/[\p{L}\p{M}'’ʼ`-]+/gu) ?? [];
  const cyrillic = words.filter((word) => /\p{Script=Cyrillic}/u.test(word));
  const latin = words.filter((word) => /\p{Script=Latin}/u.test(word));
  const isApart = cyrillic.length + latin.length === words.length && !/\d/.test(text);
  if (!isApart || cyrillic.length === 0 || latin.length === 0) return undefined;
  const [before, after] = cyrillic[0] === words[0] ? [cyrillic, latin] : [latin, cyrillic];
  // Neither half is broken by a word of the other.
  if ([...before, ...after].join(" ") !== words.join(" ")) return undefined;
  return { name: cyrillic.join(" "), latin: latin.join(" ") };
};
