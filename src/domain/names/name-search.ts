import { withoutApostrophes } from "./apostrophe.ts";
import { editDistance } from "./edit-distance.ts";
import { givenNameForms } from "./given-names.ts";
import { nameKeyBeginnings, nameKeys } from "./name-key.ts";
import { wordsOf } from "./name-words.ts";

/** What a search needs of one person, computed once; `names` are family name, given name, then any others. */
export type NameEntry = {
  /** Keys of each word of the names: its own sound first, then the forms of a given name. */
  readonly words: readonly (readonly string[])[];
  /** All keys, each after a line break, so that one look finds a beginning. */
  readonly keys: string;
  /** The names as written, folded. */
  readonly raw: string;
};

export type NameHit = { readonly id: string; readonly score: number };

/** Makes the entries of many people: a word that several of them bear is worked out once. */
export const nameEntryBuilder = (): ((names: readonly string[]) => NameEntry) => {
  const known = new Map<string, readonly string[]>();
  const keysOf = (word: string): readonly string[] => {
    const keys = known.get(word) ?? keysOfWord(word);
    known.set(word, keys);
    return keys;
  };
  return (names) => buildNameEntry(names, keysOf);
};

export const buildNameEntry = (names: readonly string[], keysOf = keysOfWord): NameEntry => {
  const words = names.flatMap(wordsOf).map((word) => keysOf(word));
  return {
    words,
    keys: words.map((keys) => keys.map((key) => `\n${key}`).join("")).join(""),
    raw: names.map(fold).join("\n"),
  };
};

/**
 * The people a typed query may mean, best first, at most `limit`: every typed word begins a name or stands in it as
 * written. Only when nobody fits are typing errors forgiven, and only then are people shown who have some of the words.
 * Works while the query is being typed, in any script. Ranking: domain reference 5.4, last line.
 */
export const searchNames = (entries: People, query: string, limit: number): readonly NameHit[] => {
  const typed = wordsOf(query).map(typedWord);
  if (typed.length === 0) return [];
  const found = [exactHits, typoHits, partialHits].reduce<NameHit[]>(
    (hits, search) => (hits.length > 0 ? hits : search(entries, typed)),
    [],
  );
  return bestOf(found, limit);
};

/** The same without forgiving anything. */
export const searchExactNames = (entries: People, query: string, limit: number): readonly NameHit[] => {
  const typed = wordsOf(query).map(typedWord);
  return typed.length === 0 ? [] : bestOf(exactHits(entries, typed), limit);
};

const bestOf = (found: NameHit[], limit: number): readonly NameHit[] =>
  found.sort((a, b) => b.score - a.score).slice(0, limit);

/** Looked through more than once. */
type People = ReadonlyMap<string, NameEntry> | readonly (readonly [id: string, entry: NameEntry])[];
type TypedWord = { readonly keys: readonly string[]; readonly beginnings: readonly string[]; readonly raw: string };

const typedWord = (word: string): TypedWord => {
  const keys = nameKeys(word);
  const beginnings = [...new Set([...nameKeyBeginnings(word), ...keys])];
  return { keys, beginnings: beginnings.map((key) => `\n${key}`), raw: fold(word) };
};

const keysOfWord = (word: string): readonly string[] => [
  ...new Set([...nameKeys(word), ...givenNameForms(word), ...nameKeys(word, { degender: true })]),
];

const fold = (text: string): string => withoutApostrophes(text.normalize("NFKC").toLowerCase()).replace(/ё/g, "е");

const exactHits = (people: People, typed: readonly TypedWord[]): NameHit[] => {
  const hits: NameHit[] = [];
  for (const [id, entry] of people) {
    if (typed.every((word) => fits(entry, word))) hits.push({ id, score: scoreOf(entry, typed) });
  }
  return hits;
};

const fits = (entry: NameEntry, word: TypedWord): boolean => {
  for (const key of word.beginnings) if (entry.keys.includes(key)) return true;
  return word.raw.length > 1 && entry.raw.includes(word.raw);
};

/** 10 family and given name, 9 the other way round, 8 all words whole, 7 one name whole, 6 all words begun. */
const scoreOf = (entry: NameEntry, typed: readonly TypedWord[]): number => {
  const places = typed.map((word) => entry.words.findIndex((keys) => isWhole(keys, word)));
  const whole = places.filter((place) => place >= 0).length;
  if (whole < typed.length) return whole > 0 ? 6.5 : 6;
  if (typed.length === 1) return places[0] === 0 ? 7.1 : 7;
  if (typed.length === 2 && places[0] === 0 && places[1] === 1) return 10;
  if (typed.length === 2 && places[0] === 1 && places[1] === 0) return 9;
  return 8;
};

const isWhole = (keys: readonly string[], word: TypedWord): boolean => word.keys.some((key) => keys.includes(key));

/** 5 less the typing errors of all words. */
const typoHits = (people: People, typed: readonly TypedWord[]): NameHit[] => {
  const distances = typed.map(typoDistances);
  const hits: NameHit[] = [];
  for (const [id, entry] of people) {
    let errors = 0;
    for (const distance of distances) if (errors !== tooMany) errors += nearest(entry.words, distance);
    if (errors !== tooMany) hits.push({ id, score: 5 - errors / 10 });
  }
  return hits;
};

const tooMany = Number.POSITIVE_INFINITY;

const nearest = <T>(parts: readonly T[], distance: (part: T) => number): number => {
  let best = tooMany;
  for (const part of parts) {
    const next = distance(part);
    if (next < best) best = next;
  }
  return best;
};

/** Typing errors between the word and one of a name, infinite when too many. */
const typoDistances = (word: TypedWord): ((keys: readonly string[]) => number) => {
  const toKey = remembering((key: string) => nearest(word.keys, (typed) => typoDistance(typed, key)));
  return remembering((keys) => nearest(keys, toKey));
};

/** Names repeat, and so do their keys. */
const remembering = <T>(measure: (part: T) => number): ((part: T) => number) => {
  const known = new Map<T, number>();
  return (part) => {
    const measured = known.get(part) ?? measure(part);
    known.set(part, measured);
    return measured;
  };
};

/** One error is forgiven from four letters on, two from eight; the name may go on after what was typed. */
const typoDistance = (typed: string, key: string): number => {
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  const distance = Math.min(
    editDistance(typed, key, allowed),
    editDistance(typed, key.slice(0, typed.length), allowed),
  );
  return distance > allowed ? Number.POSITIVE_INFINITY : distance;
};

/** Below 1: the share of the words that fit. */
const partialHits = (people: People, typed: readonly TypedWord[]): NameHit[] => {
  const hits: NameHit[] = [];
  for (const [id, entry] of people) {
    const words = typed.filter((word) => fits(entry, word)).length;
    if (words > 0) hits.push({ id, score: words / typed.length });
  }
  return hits;
};
