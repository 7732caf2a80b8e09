import { latinCapitalFor, latinSmallFor } from "./look-alikes.ts";

/** Whether one word mixes Cyrillic and Latin letters, which is a typing error (`Iван` with a Latin I). */
export const isMixedScript = (text: string): boolean => (text.match(words) ?? []).some(isMixedWord);

/**
 * The text with each mixed word in one script, to be offered and never to be put in silently. The script with more
 * letters wins, Cyrillic when equal; where that cannot be done the other one. Undefined when no word is mixed or a mixed word
 * has no one-script form. Source: domain reference 5.7.
 */
export const oneScriptForm = (text: string): string | undefined => {
  if (!isMixedScript(text)) return undefined;
  const offered = text.replace(words, (word) => (isMixedWord(word) ? inOneScript(word) : word));
  return isMixedScript(offered) ? undefined : offered;
};

const words = /[\p{L}\p{M}'’ʼ]+/gu;
const cyrillic = /\p{Script=Cyrillic}/gu;
const latin = /\p{Script=Latin}/gu;

const isMixedWord = (word: string): boolean => word.search(cyrillic) >= 0 && word.search(latin) >= 0;

const inOneScript = (word: string): string => {
  const asCyrillic = word.replace(latin, (letter) => cyrillicFor[letter] ?? letter);
  const asLatin = word.replace(cyrillic, (letter) => latinFor[letter] ?? letter);
  const moreLatin = (word.match(latin) ?? []).length > (word.match(cyrillic) ?? []).length;
  const forms = moreLatin ? [asLatin, asCyrillic] : [asCyrillic, asLatin];
  return forms.find((form) => !isMixedWord(form)) ?? word;
};

const latinFor: Readonly<Record<string, string>> = { ...latinCapitalFor, ...latinSmallFor };
const cyrillicFor: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(latinFor).map(([cyrillicLetter, latinLetter]) => [latinLetter, cyrillicLetter]),
);
