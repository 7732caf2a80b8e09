import { withoutApostrophes } from "./apostrophe.ts";
import { oneScriptForm } from "./mixed-script.ts";
import { cyrillicSounds, englishSounds, polishSounds, unfinishedPairs } from "./name-sounds.ts";

/**
 * The keys of one word of a name: what it sounds like, whatever the script and the spelling. Шевченко, Shevchenko,
 * Szewczenko share one. Two keys where a Latin spelling may be read as Polish or as English; none for a word without
 * letters. `degender` folds -ська and -ський, -ова and -ов together, for looking for a family only. Measured: 54 of 55
 * spelling pairs agree, no confusable pair does. Source: domain reference 5.2.
 */
export const nameKeys = (word: string, options: { readonly degender?: boolean } = {}): readonly string[] => {
  const finished = soundsOf(word).map(withoutEnding);
  return distinct(options.degender ? finished.map(withoutGender) : finished);
};

/**
 * Keys of a word that is still being typed: a name is meant when one of its keys begins with one of these. Half a
 * letter pair (`Sz` of Szewczenko is not typed yet: `S`) is taken both ways, and an end that the full key would drop
 * is not waited for.
 */
export const nameKeyBeginnings = (typed: string): readonly string[] => {
  const lower = typed.toLowerCase();
  const unfinished = unfinishedPairs.find(([ending]) => lower.endsWith(ending));
  const spellings = [typed, ...(unfinished?.[1] ?? []).map((rest) => typed + rest)];
  return distinct(spellings.flatMap(soundsOf).map((sounds) => (sounds.length > 1 ? sounds.replace(/i$/, "") : sounds)));
};

const soundsOf = (word: string): readonly string[] => {
  const capitals = withoutApostrophes(word).normalize("NFKC").toUpperCase();
  const mixed = anyCyrillic.test(capitals) && /[A-Z]/.test(capitals);
  const plain = withoutApostrophes((mixed ? oneScriptForm(capitals) : undefined) ?? capitals).toLowerCase();
  if (anyCyrillic.test(plain)) return [squeeze([...plain].map((l) => cyrillicSounds[l] ?? l).join(""))];
  const polish = /[łżźśćńóąę]|sz|cz|rz|w/.test(plain);
  const english = /sh|zh|kh|v|ya|yu|ye|ts|ii|iu|ia/.test(plain);
  const readings: string[] = [];
  if (polish || !english) readings.push(spell(plain, polishSounds));
  if (english || !polish) readings.push(spell(withoutMarks(plain), englishSounds));
  return readings.map(squeeze);
};

const anyCyrillic = /[\u0400-\u052f]/;

const spell = (word: string, spellings: typeof polishSounds): string => {
  let sounds = "";
  for (let at = 0; at < word.length; ) {
    const found = spellings.find(([spelling]) => word.startsWith(spelling, at));
    sounds += found ? found[1] : word[at];
    at += found ? found[0].length : 1;
  }
  return sounds;
};

const withoutMarks = (word: string): string =>
  word
    .replace(/[čšž]/g, (letter) => ({ č: "ch", š: "sh", ž: "zh" })[letter] ?? letter)
    .replace(/ł/g, "l")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

const squeeze = (sounds: string): string =>
  sounds
    .replace(/[^a-zčšž]/g, withoutMarks)
    .replace(/[^a-zčšž]/g, "")
    .replace(/i+/g, "i")
    .replace(/ie/g, "e")
    .replace(/(.)\1+/g, "$1");

/** Without the adjective ending that every language spells in its own way. */
const withoutEnding = (sounds: string): string => {
  const ending = sounds
    .replace(/([sczšžk])kaia$/, "$1ka")
    .replace(/([sczšž]k)[ie]i?$/, "$1i")
    .replace(/([sc])k[oe]i$/, "$1ki")
    .replace(/ia$/, "a");
  return ending.length > 3 ? ending.replace(/i$/, "") : ending;
};

const withoutGender = (key: string): string =>
  key
    .replace(/(sk|ck|zk)a$/, "$1")
    .replace(/(ov|ev|n)a$/, "$1")
    .replace(/a$/, "");

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)].filter((key) => key !== "");
