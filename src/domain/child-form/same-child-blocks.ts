import { ageRangeOf } from "../dates/age.ts";
import type { Birth } from "../dates/birth.ts";
import { blocksOf } from "../duplicates/blocks.ts";
import type { Traits } from "../duplicates/traits.ts";

/** Under which keys a child is kept, and under which another record of it is looked for. */
export type ChildBlocks = { readonly kept: readonly string[]; readonly looked: readonly string[] };

/**
 * Two records may be of one child where a given name of both begins alike or is a form of the same name, and something of the birth is the same or a year
 * beside it: the year, or day and month. Without a given name or a birth nothing is said of a child. `on`: the day on which ages count.
 */
export const sameChildBlocks = (traits: Traits, on: string): ChildBlocks => {
  const names = givenBlocks(traits);
  const [days, years] = [dayBlocks(traits.birth), birthYears(traits.birth, on)];
  const beside = [...new Set(years.flatMap((year) => [year - 1, year, year + 1]))];
  const withNames = (births: readonly (string | number)[]) =>
    names.flatMap((name) => births.map((birth) => `${name} ${birth}`));
  return { kept: withNames([...days, ...years]), looked: withNames([...days, ...beside]) };
};

/** Given names, also one that was written into the field of the family name. */
const givenBlocks = (traits: Traits): readonly string[] => {
  const given = traits.names.flatMap(({ family, given: own }) => [own, family?.isGivenName ? family : undefined]);
  const names = given.flatMap((part) => (part ? [{ family: undefined, given: part }] : []));
  return blocksOf({ ...traits, names, otherNames: [], birth: undefined });
};

/** Day and month: the year may have been typed wrong. Where these are exchanged the year is the same. */
const dayBlocks = (birth: Birth | undefined): readonly string[] =>
  birth?.precision === "day" && !birth.date.endsWith("-01-01") ? [birth.date.slice(5)] : [];

/** Years in which somebody of an age may be born; none where too little is known of it. */
const birthYears = (birth: Birth | undefined, on: string): readonly number[] => {
  if (birth?.precision === "day" || birth?.precision === "month" || birth?.precision === "year")
    return [Number(birth.date.slice(0, 4))];
  const age = ageRangeOf(birth, on);
  if (!age || age.max - age.min > widestAge) return [];
  const latest = Number(on.slice(0, 4)) - age.min;
  return Array.from({ length: age.max - age.min + 2 }, (_, back) => latest - back);
};

/** A band of ages (12–17) is known closely enough to be found by an exact birth. */
const widestAge = 6;
