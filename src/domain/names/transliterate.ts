import { withoutInnerApostrophes } from "./apostrophe.ts";

/**
 * Official Ukrainian transliteration, Cabinet resolution 55 of 27 January 2010: letter by letter, soft sign and
 * apostrophe dropped, `зг` as `zgh`, five letters with another form at the start of a word. A hyphen starts a new
 * word, an apostrophe does not. Whatever is not a Ukrainian letter stays as it is; every text has an answer.
 * It is a suggestion only: people keep older spellings in their documents. Source: domain reference 5.1.
 */
export const kmu55 = (text: string): string =>
  withoutInnerApostrophes(text.normalize("NFC").replace(/(\p{L})\p{M}+/gu, "$1")).replace(/\p{L}+/gu, latinWord);

const latinWord = (word: string): string => {
  const letters = [...word];
  return letters.map((letter, at) => latinLetter(letter, letters[at - 1], letters[at + 1])).join("");
};

const latinLetter = (letter: string, before: string | undefined, after: string | undefined): string => {
  const lower = letter.toLowerCase();
  const plain = (before === undefined ? atStart[lower] : undefined) ?? inside[lower];
  if (plain === undefined) return letter;
  const latin = lower === "г" && before?.toLowerCase() === "з" ? "gh" : plain;
  if (letter === lower) return latin;
  return isCapital(after ?? before) ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
};

const isCapital = (letter: string | undefined): boolean => letter !== undefined && letter !== letter.toLowerCase();

const atStart: Readonly<Record<string, string>> = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };

// biome-ignore format: a table
const inside: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "h", ґ: "g", д: "d", е: "e", є: "ie", ж: "zh", з: "z", и: "y",
  і: "i", ї: "i", й: "i", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s",
  т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ь: "", ю: "iu", я: "ia",
};
