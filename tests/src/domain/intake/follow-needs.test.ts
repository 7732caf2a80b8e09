import { expect, test } from "vitest";
import { followNeeds, needsChanges } from "../../../../src/domain/intake/follow-needs.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const today = "2026-11-24";
const born = (date: string) => ({ birth: { precision: "day", date } }) as const;
const aPerson = (key: string, content: object) => aDocument("person", key, content);
const zoia = aPerson("zoia", born("1986-01-01"));
const ruta = aPerson("ruta", born("1996-01-01"));
const baby = born("2026-05-01");

/** The group after one of them was corrected, with what follows for all. */
const corrected = (group: readonly Person[], key: string, change: object): readonly Person[] => {
  const after = group.map((person) => (person._id === `person:${key}` ? ({ ...person, ...change } as Person) : person));
  const changes = new Map(needsChanges([group], [after], today).map((one) => [one.id, one]));
  return after.map((person) => {
    const one = changes.get(person._id);
    const done = one ? followNeeds(person, one) : undefined;
    return done?.ok ? done.value : person;
  });
};
const flagsOf = (group: readonly Person[], key: string) =>
  group.find(({ _id }) => _id === `person:${key}`)?.needFlags ?? [];

test("A woman of thirty is corrected to a baby: an infant, and its mother a single carer; corrected back, neither", () => {
  const after = corrected([zoia, ruta], "ruta", baby);
  expect(flagsOf(after, "ruta")).toEqual(["infant"]);
  expect(flagsOf(after, "zoia")).toEqual(["single_carer"]);
  const back = corrected(after, "ruta", born("1996-01-01"));
  expect([flagsOf(back, "ruta"), flagsOf(back, "zoia")]).toEqual([[], []]);
});

test("What was ticked by hand stays, also where it followed from something for a while", () => {
  const ticked = aPerson("zoia", { ...born("1986-01-01"), needFlags: ["single_carer", "pregnant"] });
  const after = corrected([ticked, ruta], "ruta", baby);
  expect(flagsOf(after, "zoia")).toEqual(["single_carer", "pregnant"]);
  expect(flagsOf(corrected(after, "ruta", born("1996-01-01")), "zoia")).toEqual(["single_carer", "pregnant"]);
});

test("What was noted at registration goes with its reason, and what was taken away by hand does not come back", () => {
  const child = aPerson("ruta", { ...baby, needFlags: ["infant"] });
  const mother = aPerson("zoia", { ...born("1986-01-01"), needFlags: ["single_carer"] });
  const grown = corrected([mother, child], "ruta", born("1996-01-01"));
  expect([flagsOf(grown, "ruta"), flagsOf(grown, "zoia")]).toEqual([[], []]);
  const untouched = corrected([{ ...mother, needFlags: [] }, child], "ruta", born("2026-06-01"));
  expect(flagsOf(untouched, "zoia")).toEqual([]);
});

test("A child whom nobody is with any more is a child alone; a group of which nothing changed is left alone", () => {
  const child = aPerson("ruta", { ...born("2015-01-01"), childCare: "parent" });
  expect(flagsOf(corrected([zoia, child], "ruta", { childCare: "nobody" }), "ruta")).toEqual(["child_alone"]);
  expect(needsChanges([[zoia, child]], [[zoia, child]], today)).toEqual([]);
});

test("A child stays marked as alone while nobody says who is with it, and where a hand may have marked it", () => {
  const alone = { ...born("2020-01-01"), childCare: "nobody", needFlags: ["child_alone"] } as const;
  const [noted, before] = [aPerson("noted", { ...alone, impliedNeeds: ["child_alone"] }), aPerson("before", alone)];
  for (const key of ["noted", "before"])
    expect(flagsOf(corrected([noted, before], key, { childCare: undefined }), key)).toEqual(["child_alone"]);
  expect(flagsOf(corrected([noted], "noted", { childCare: "parent" }), "noted")).toEqual([]);
  expect(flagsOf(corrected([before], "before", { childCare: "parent" }), "before")).toEqual(["child_alone"]);
});

test("Somebody without an age who joins a mother and her child does not make her less of a single carer", () => {
  const child = aPerson("child", born("2020-01-01"));
  const mother = aPerson("zoia", {
    ...born("1986-01-01"),
    needFlags: ["single_carer"],
    impliedNeeds: ["single_carer"],
  });
  const [unknown, grown] = [aPerson("x", {}), aPerson("y", born("1980-01-01"))];
  const joined = (other: Person) => needsChanges([[mother, child], [other]], [[mother, child, other]], today);
  expect(joined(unknown).filter(({ id }) => id === mother._id)).toEqual([]);
  expect(joined(grown).find(({ id }) => id === mother._id)?.remove).toEqual(["single_carer"]);
});
