import { latinCapitalFor } from "../names/look-alikes.ts";

/**
 * The key under which a document number is found, however it was typed: upper case, without spaces, dashes, dots,
 * slashes and the sign for "number", Cyrillic look-alikes as Latin letters. `АВ 123456` and `AB123456` agree.
 * For search only; the number as typed is kept beside it. Source: domain reference 5.7.
 */
export const documentKey = (number: string): string =>
  number
    .replace(/[№#]/g, " ")
    .normalize("NFKC")
    .toUpperCase()
    .replace(/(^|[\s-])N[RO]?(?=[\s.\d])/g, "$1")
    .replace(/[\s\-–—./]/g, "")
    .replace(/[А-ЯІ]/g, (letter) => latinCapitalFor[letter] ?? letter);
