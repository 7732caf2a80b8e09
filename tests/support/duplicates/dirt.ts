import { kmu55 } from "../../../src/domain/names/transliterate.ts";
import type { Chance } from "./seeded.ts";

/** One name written by somebody else, or in a hurry. */
export type Dirt = (name: string, chance: Chance) => string;

const germanLetters: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "w", г: "h", ґ: "g", д: "d", е: "e", є: "je", ж: "sch", з: "s", и: "y", і: "i", ї: "ji" },
  ...{ й: "j", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "ch" },
  ...{ ц: "z", ч: "tsch", ш: "sch", щ: "schtsch", ь: "", ю: "ju", я: "ja", "’": "" },
};
const polishLetters: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "w", г: "h", ґ: "g", д: "d", е: "e", є: "je", ж: "ż", з: "z", и: "y", і: "i", ї: "ji" },
  ...{ й: "j", к: "k", л: "ł", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "ch" },
  ...{ ц: "c", ч: "cz", ш: "sz", щ: "szcz", ь: "", ю: "iu", я: "ia", "’": "" },
};
const byLetter =
  (letters: Readonly<Record<string, string>>): Dirt =>
  (name) =>
    capital([...name.toLowerCase()].map((letter) => letters[letter] ?? letter).join(""));

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const at = (name: string, chance: Chance): number => 1 + chance.below(Math.max(1, name.length - 2));

const rows = ["йцукенгшщзхї", "фівапролджє", "ячсмитьбю"];
const beside = (letter: string, chance: Chance): string => {
  const row = rows.find((keys) => keys.includes(letter)) ?? letter;
  return row[row.indexOf(letter) + chance.one([-1, 1])] ?? letter;
};

const upper = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const keys = "йцукенгшщзхїфівапролджєячсмитьбю";

/** By name, each another way to come to a second spelling. */
export const dirts: Readonly<Record<string, Dirt>> = {
  official: (name) => kmu55(name),
  german: byLetter(germanLetters),
  polish: byLetter(polishLetters),
  ascii: (name) =>
    byLetter(polishLetters)(name, undefined as never)
      .replace(/ł/g, "l")
      .replace(/ż/g, "z"),
  beside: (name, chance) => {
    const place = at(name, chance);
    return name.slice(0, place) + beside(name[place] ?? "", chance) + name.slice(place + 1);
  },
  dropped: (name, chance) => {
    const place = at(name, chance);
    return name.length > 4 ? name.slice(0, place) + name.slice(place + 1) : name;
  },
  doubled: (name, chance) => {
    const place = at(name, chance);
    return name.slice(0, place) + name[place] + name.slice(place);
  },
  exchanged: (name, chance) => {
    const place = at(name, chance);
    return name.slice(0, place) + (name[place + 1] ?? "") + (name[place] ?? "") + name.slice(place + 2);
  },
  shouted: (name) => name.toUpperCase(),
  russian: (name) =>
    name.replace(/и/g, "ы").replace(/і/g, "и").replace(/є/g, "е").replace(/ї/g, "и").replace(/’/g, "ь"),
  layout: (name) => capital([...name.toLowerCase()].map((letter) => upper[keys.indexOf(letter)] ?? letter).join("")),
  lookalike: (name) => name.replace(/о/, "o").replace(/а/, "a"),
};
