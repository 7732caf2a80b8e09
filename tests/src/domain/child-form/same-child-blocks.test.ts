import { expect, test } from "vitest";
import { sameChildBlocks } from "../../../../src/domain/child-form/same-child-blocks.ts";
import { traitsBuilder } from "../../../../src/domain/duplicates/traits.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";

const on = "2026-11-24";
const day = (date: string) => ({ precision: "day", date });
const boy = { familyName: "Шевчук", givenName: "Олександр", birth: day("2018-03-04") };
const blocks = (more: object) => sameChildBlocks(traitsBuilder()({ ...boy, ...more } as unknown as Person), on);
const share = (a: object, b: object = {}) => {
  const [one, other] = [blocks(a), blocks(b)];
  const meets = (kept: readonly string[], looked: readonly string[]) => kept.some((key) => looked.includes(key));
  return [meets(one.kept, other.looked), meets(other.kept, one.looked)];
};

test.each<readonly [more: object, why: string]>([
  [{ givenName: "Саша" }, "a short form"],
  [{ familyName: "Коваль", givenName: "Oleksandr" }, "Latin letters, whatever the family name"],
  [{ familyName: "Олександр", givenName: "Шевчук" }, "names that were exchanged"],
  [{ birth: day("2017-03-04") }, "another year"],
  [{ birth: day("2018-04-03") }, "day and month exchanged"],
  [{ birth: { precision: "year", date: "2019" } }, "a year beside it"],
  [{ birth: { precision: "age", age: 8, asOf: on } }, "an age"],
  [{ birth: { precision: "band", band: "5_11" } }, "a band of ages"],
])("Two records of a child share a block: %j (%s)", (more, _why) => {
  expect(share(more)).toEqual([true, true]);
});

test.each<readonly [more: object, why: string]>([
  [{ givenName: "Матвій" }, "another given name"],
  [{ givenName: undefined }, "no given name"],
  [{ birth: undefined }, "no birth"],
  [{ birth: day("2014-09-20") }, "another birth"],
])("Records that have only a family name or a birth in common share none: %j (%s)", (more, _why) => {
  expect(share(more)).toEqual([false, false]);
});
