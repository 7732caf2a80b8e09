import { ageRangeOf, mayBeIn } from "../dates/age.ts";
import type { Person } from "../model/kinds/person.ts";
import { type Counts, countKeyOf } from "./group-counts.ts";

/** What of the counts and of the people finds no match in the other. */
export type Contradiction = {
  /** People who were recorded and not counted as what they are. */
  readonly people: readonly Person[];
  /** Places that were counted and that nobody who is recorded fills. */
  readonly counts: Counts;
};

/**
 * Where the counts of a group and its people contradict each other on the day they were counted; nothing where each person may be one of those
 * counted, and everybody counted is recorded. Ages that are only known roughly fit each band they may lie in.
 */
export const contradictionOf = (
  counts: Counts | undefined,
  people: readonly Person[],
  on: string,
): Contradiction | undefined => {
  if (people.length === 0 || counts === undefined) return undefined;
  const places = Object.entries(counts).flatMap(([key, count]) => Array.from({ length: count }, () => key));
  const taken = matched(people, places, on);
  const unmatched = people.filter((_, person) => !taken.includes(person));
  const open = places.filter((_, place) => taken[place] === undefined);
  if (unmatched.length === 0 && open.length === 0) return undefined;
  return { people: unmatched, counts: tallied(open) };
};

/** The counts without one person, where each of the people had a place in them; else as they are, for somebody has to look at them anyway. */
export const countsWithout = (
  counts: Counts | undefined,
  people: readonly Person[],
  gone: Person,
  on: string,
): Counts | undefined => {
  if (counts === undefined || contradictionOf(counts, people, on)?.people.length) return counts;
  const rest = people.filter(({ _id }) => _id !== gone._id);
  const places = Object.keys(counts);
  const likeliest = [countKeyOf(gone, on), ...places.filter((key) => mayBe(gone, key, on)), ...places];
  const hasRoom = (left: Counts) => !contradictionOf(left, rest, on)?.people.length;
  return likeliest.flatMap((key) => (counts[key] ? [oneLess(counts, key)] : [])).find(hasRoom) ?? counts;
};

const oneLess = (counts: Counts, key: string): Counts =>
  Object.fromEntries(
    Object.entries(counts)
      .map(([place, count]) => [place, place === key ? count - 1 : count] as const)
      .filter(([, count]) => count > 0),
  );

/** The counts with one person more, where that one is not among those counted already. */
export const countsWith = (
  counts: Counts | undefined,
  people: readonly Person[],
  come: Person,
  on: string,
): Counts | undefined => {
  if (counts === undefined || contradictionOf(counts, people, on)?.people.length) return counts;
  if (!contradictionOf(counts, [...people, come], on)?.people.length) return counts;
  const key = countKeyOf(come, on);
  return { ...counts, [key]: (counts[key] ?? 0) + 1 };
};

/** For each place the index of the person in it; as many as possible find one (augmenting paths). */
const matched = (people: readonly Person[], places: readonly string[], on: string): readonly (number | undefined)[] => {
  const taken: (number | undefined)[] = places.map(() => undefined);
  const fits = people.map((person) => places.map((key) => mayBe(person, key, on)));
  const seat = (person: number, tried: Set<number>): boolean =>
    places.some((_, place) => {
      if (!fits[person]?.[place] || tried.has(place)) return false;
      tried.add(place);
      const other = taken[place];
      if (other !== undefined && !seat(other, tried)) return false;
      taken[place] = person;
      return true;
    });
  for (const person of people.keys()) seat(person, new Set());
  return taken;
};

/** What is not known of either contradicts nothing. */
const mayBe = ({ birth, sex }: Person, key: string, on: string): boolean => {
  const [countedSex, band = ""] = key.split("|");
  const isSameSex = sex === undefined || sex === "u" || countedSex === "u" || sex === countedSex;
  const age = ageRangeOf(birth, on);
  return isSameSex && (!age || band === "unknown" || mayBeIn(age, band));
};

const tallied = (keys: readonly string[]): Counts => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};
