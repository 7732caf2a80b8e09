import fc from "fast-check";
import { expect, test } from "vitest";
import { countsOf } from "../../../../src/domain/intake/group-counts.ts";
import { contradictionOf, countsWithout } from "../../../../src/domain/intake/reconcile-counts.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const on = "2026-11-24";
const aPerson = (key: string, sex: string, birth: object | undefined) =>
  aDocument("person", key, { sex, ...(birth && { birth }) });
const aged = (age: number) => ({ precision: "age", age, asOf: on });
const olena = aPerson("1", "f", aged(34));
const lina = aPerson("2", "f", aged(5));

test("Counted one woman, named a girl of five: both are said", () => {
  expect(contradictionOf({ "f|18_59": 1 }, [lina], on)).toEqual({ people: [lina], counts: { "f|18_59": 1 } });
});

test("More people than were counted, and fewer", () => {
  expect(contradictionOf({ "f|18_59": 1 }, [olena, lina], on)).toEqual({ people: [lina], counts: {} });
  expect(contradictionOf({ "f|18_59": 1, "m|60_plus": 1 }, [olena], on)).toEqual({
    people: [],
    counts: { "m|60_plus": 1 },
  });
});

test("Nobody who is named contradicts nothing, and neither does an age that is only known roughly", () => {
  expect(contradictionOf({ "f|18_59": 1 }, [], on)).toBeUndefined();
  const roughly = aPerson("3", "f", { precision: "year", date: "2008" });
  for (const band of ["12_17", "18_59"]) expect(contradictionOf({ [`f|${band}`]: 1 }, [roughly], on)).toBeUndefined();
  const unknown = aPerson("4", "u", undefined);
  expect(contradictionOf({ "m|60_plus": 1 }, [unknown], on)).toBeUndefined();
  // Whoever fits one place only has it.
  expect(contradictionOf({ "f|12_17": 1, "f|18_59": 1 }, [roughly, olena], on)).toBeUndefined();
  expect(contradictionOf({ "f|12_17": 1, "m|60_plus": 1 }, [unknown, roughly], on)).toBeUndefined();
});

test("Who goes takes one place along, though others were counted whom nobody has written down", () => {
  const counts = { "f|18_59": 1, "x|5_11": 3, "u|5_11": 1 };
  expect(countsWithout(counts, [olena], olena, on)).toEqual({ "x|5_11": 3, "u|5_11": 1 });
  expect(countsWithout(counts, [olena, lina], lina, on)).toEqual({ "f|18_59": 1, "x|5_11": 3 });
  expect(countsWithout({ "m|60_plus": 1 }, [olena], olena, on)).toEqual({ "m|60_plus": 1 });
});

const somebody = fc.record({
  sex: fc.constantFrom("f", "m", "u"),
  birth: fc.oneof(
    fc.integer({ min: 0, max: 90 }).map(aged),
    fc.integer({ min: 1930, max: 2026 }).map((year) => ({ precision: "year", date: String(year) })),
    fc.constantFrom("0_4", "5_11", "18_59", "unknown").map((band) => ({ precision: "band", band })),
  ),
});
const somePeople = fc
  .array(somebody, { minLength: 1, maxLength: 7 })
  .map((all) => all.map(({ sex, birth }, place) => aPerson(String(place), sex, birth)));

test("Counts that follow the people never contradict them, nor do they without one of them", () => {
  fc.assert(
    fc.property(somePeople, fc.nat(6), (people, place) => {
      const counts = countsOf(people, on);
      expect(contradictionOf(counts, people, on)).toBeUndefined();
      const gone = people[place % people.length];
      if (!gone) return;
      const rest = people.filter((person) => person !== gone);
      const less = countsWithout(counts, people, gone, on);
      expect(contradictionOf(less, rest, on)).toBeUndefined();
      expect(Object.values(less ?? {}).reduce((sum, count) => sum + count, 0)).toBe(rest.length);
    }),
  );
});
