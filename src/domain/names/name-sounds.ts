/**
 * What letters sound like in the alphabet of name keys (a-z č š ž), Cyrillic and two readings of Latin. Longer
 * spellings stand before their parts. Source: domain reference 5.2.
 */
// biome-ignore format: a table
export const cyrillicSounds: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", ґ: "g", д: "d", е: "e", є: "ie", ё: "ie", ж: "ž", з: "z", и: "i", і: "i", ї: "i",
  й: "i", ы: "i", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ў: "v", ф: "f",
  х: "g", ц: "c", ч: "č", ш: "š", щ: "šč", ь: "", ъ: "", э: "e", ю: "iu", я: "ia",
};

type Spellings = readonly (readonly [spelling: string, sound: string])[];

/** Names as Poles write them. */
// biome-ignore format: a table
export const polishSounds: Spellings = [
  ["szcz", "šč"], ["sz", "š"], ["cz", "č"], ["ch", "g"], ["rz", "ž"], ["dż", "dž"], ["ż", "ž"], ["ź", "z"],
  ["ś", "s"], ["ć", "t"], ["ń", "n"], ["ł", "l"], ["ó", "o"], ["ą", "on"], ["ę", "en"],
  ["x", "ks"], ["w", "v"], ["h", "g"], ["y", "i"], ["j", "i"], ["q", "k"],
];

/** Names as passports and English or German speakers write them. */
// biome-ignore format: a table
export const englishSounds: Spellings = [
  ["shch", "šč"], ["schtsch", "šč"], ["tsch", "č"], ["tch", "č"], ["sch", "š"], ["sh", "š"], ["ch", "č"],
  ["zh", "ž"], ["kh", "g"], ["ts", "c"], ["tz", "c"], ["ph", "f"], ["ck", "k"], ["ou", "u"],
  ["x", "ks"], ["w", "v"], ["h", "g"], ["y", "i"], ["j", "i"], ["q", "k"],
];

/** What a typist may be about to write after these letters, so that half a letter pair still finds the name. */
export const unfinishedPairs: readonly (readonly [ending: string, continuations: readonly string[]])[] = [
  ["szc", ["z"]],
  ["shc", ["h"]],
  ["sc", ["h"]],
  ["ts", ["ch"]],
  ["s", ["h", "z", "hch", "zcz"]],
  ["c", ["h", "z"]],
  ["z", ["h"]],
  ["k", ["h"]],
  ["t", ["s", "ch"]],
  ["r", ["z"]],
  ["p", ["h"]],
];
