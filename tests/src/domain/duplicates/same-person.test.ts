import { expect, test } from "vitest";
import { askSame, asksAbout } from "../../../../src/domain/duplicates/ask-same.ts";
import { type LosingFacts, mergeStop } from "../../../../src/domain/duplicates/merge-stop.ts";
import { areToldApart, isMerged } from "../../../../src/domain/duplicates/merged.ts";
import { mergeInto, standFor, tellApart } from "../../../../src/domain/duplicates/same-person.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const free: LosingFacts = {
  ...{ isHoused: false, isOnTrip: false, hasOpenIncident: false, isGuarded: false, isSurvivorGuarded: false },
  alone: [],
};
const at = "2026-11-22T09:00:00.000Z";
const person = (key: string, content: object = {}) => aDocument("person", key, { familyName: "Бондар", ...content });
const child = { birth: { precision: "day", date: "2018-05-12" } } as const;
const [first, second] = [person("1", { groupId: "group:1" }), person("2", { groupId: "group:2" })];

const done = <V>(result: { readonly ok: boolean; readonly value?: V }): V => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value as V;
};
const joined = (loser: Person, survivor: Person, facts = free) => {
  const kept = done(standFor(survivor, loser, facts));
  return { loser: done(mergeInto(loser, survivor, facts)), survivor: kept };
};
const stopOf = (loser: object, survivor: object = {}, facts: Partial<LosingFacts> = {}) =>
  mergeStop(person("1", loser), person("2", survivor), { ...free, ...facts })?.type;

test("The losing record points at the surviving one, nothing else of either changes, and both are as they were once they are taken apart", () => {
  const both = joined(first, second);
  expect(both.loser).toEqual({ ...first, mergedInto: "person:2" });
  expect(both.survivor).toEqual({ ...second, mergedFrom: ["person:1"] });
  expect([isMerged(both.loser), isMerged(both.survivor)]).toEqual([true, false]);
  const apart = [tellApart(both.loser, second._id), tellApart(both.survivor, first._id)].map((one) => done(one));
  expect(apart).toEqual([
    { ...first, notSame: ["person:2"] },
    { ...second, notSame: ["person:1"] },
  ]);
});

test("Two who were told apart are not asked about, whichever of the two says so", () => {
  const told = done(tellApart(first, second._id));
  expect([areToldApart(told, second), areToldApart(second, told), areToldApart(first, second)]).toEqual([
    true,
    true,
    false,
  ]);
});

test("What somebody asks about two records is kept with who and when, whichever of the two it stands in", () => {
  const asked = done(askSame(first, second._id, " Де її сумка? ", { at, by: "lea" }));
  const again = done(askSame(second, first._id, "", { at: "2026-11-23T09:00:00.000Z", by: "eva" }));
  const said = asksAbout(again, asked).map(({ by, question }) => [by, question]);
  expect(said).toEqual([
    ["lea", "Де її сумка?"],
    ["eva", ""],
  ]);
  expect(asksAbout(asked, person("3"))).toEqual([]);
  let often = first;
  for (let place = 0; place < 30; place++) often = done(askSame(often, second._id, `${place}`, { at, by: "lea" }));
  expect(often.sameAsks?.map(({ question }) => question)).toEqual([
    "20",
    "21",
    "22",
    "23",
    "24",
    "25",
    "26",
    "27",
    "28",
    "29",
  ]);
});

test("Nobody leaves the lists with a bed, a seat, an incident or children", () => {
  expect(stopOf({}, {}, { isHoused: true })).toBe("LoserHasBed");
  expect(stopOf({}, {}, { isOnTrip: true })).toBe("LoserHasSeat");
  expect(stopOf({}, {}, { hasOpenIncident: true })).toBe("IncidentOpen");
  expect(stopOf({}, {}, { alone: ["person:9"] })).toBe("ChildrenDepend");
  expect(stopOf({})).toBeUndefined();
});

test("What keeps a child from leaving with anybody is never lost with a record", () => {
  const [alone, later] = [
    { ...child, noParentSince: at },
    { ...child, noParentSince: "2026-11-23T09:00:00.000Z" },
  ];
  expect(stopOf(alone, child)).toBe("StopWouldBeLost");
  expect(stopOf(alone, later)).toBe("StopWouldBeLost");
  expect(stopOf(later, alone)).toBeUndefined();
  expect(stopOf(child, alone)).toBeUndefined();
  expect(stopOf(child, child, { isGuarded: true })).toBe("StopWouldBeLost");
  expect(stopOf(child, child, { isGuarded: true, isSurvivorGuarded: true })).toBeUndefined();
  expect(stopOf(child, { birth: { precision: "day", date: "1990-05-12" } })).toBe("ChildWouldBeAdult");
});

test("Twins of one group are never joined, nor anybody else of it", () => {
  const twins = { ...child, groupId: "group:1" };
  expect(stopOf({ ...twins, givenName: "Оля" }, { ...twins, givenName: "Юля" })).toBe("OfOneGroup");
});

test("Only records that are in use are joined, and no chain is made", () => {
  for (const gone of [
    { voided: "mistake" },
    { withdrawn: "mistake" },
    { movesTo: "lublin" },
    { mergedInto: "person:3" },
  ]) {
    expect(stopOf(gone)).toBe("RecordNotInUse");
    expect(stopOf({}, gone)).toBe("RecordNotInUse");
  }
  expect(mergeStop(first, first, free)?.type).toBe("OfOneGroup");
  expect(mergeStop(person("1"), person("1"), free)?.type).toBe("RecordNotInUse");
  expect(stopOf({ mergedFrom: ["person:3"] })).toBe("StandsForOthers");
  expect(stopOf({}, { mergedFrom: ["person:3"] })).toBeUndefined();
});

test("Two that point at each other are both on the lists, and are put right by a choice", () => {
  const [one, other] = [
    { ...first, mergedInto: second._id, mergedFrom: [second._id] },
    { ...second, mergedInto: first._id, mergedFrom: [first._id] },
  ];
  expect([isMerged(one), isMerged(other)]).toEqual([false, false]);
  const { loser, survivor } = joined(one, other);
  expect([loser, survivor]).toEqual([
    { ...first, mergedInto: second._id },
    { ...second, mergedFrom: [first._id] },
  ]);
});
