import { beforeEach, expect, test } from "vitest";
import type { Person } from "../../../../../src/domain/model/kinds/person.ts";
import type { House } from "../../../../../src/domain/roster/children-alone.ts";
import { leaveHouse, noChildrenStay } from "../../../../../src/domain/roster/leaving.ts";
import {
  answerTo,
  type DepartureAnswer,
  type DepartureAnswers,
  departureOf,
  gone,
  guardedOf,
  questionsOf,
  takenAlongBy,
} from "../../../../../src/features/roster/residents/departures.ts";
import { openRecords, type Records } from "../../../../../src/live/records.ts";
import { guardsOf } from "../../../../../src/live/safeguarding/guards.ts";
import { aDocument } from "../../../../support/data/a-document.ts";
import { aSource } from "../../../../support/live/a-source.ts";

const [site, today] = ["medyka", "2026-11-24"];
const noParentSince = `${today}T08:00:00.000Z`;
const doing = { by: "lead", at: `${today}T20:00:00.000Z` };

let source: ReturnType<typeof aSource>;
let records: Records;
beforeEach(() => {
  source = aSource();
  records = openRecords(source, [`site-${site}`]);
});

const put = <Made extends object>(document: Made): Made => {
  source.put(`site-${site}`, document);
  return document;
};
const aPerson = (key: string, year: number, more: object = {}): Person =>
  put(aDocument("person", key, { groupId: "group:1", birth: { precision: "day", date: `${year}-01-01` }, ...more }));
const anAunt = () => aPerson("aunt", 1980);
const aSon = () => aPerson("son", 2015, { childCare: "parent" });
const aNephew = (key = "nephew", more: object = {}) => aPerson(key, 2014, { noParentSince, ...more });
const confirm = (child: Person, adult: object) =>
  put({
    ...aDocument("safeguarding", child._id.slice(7), {
      site,
      personId: child._id,
      event: "adult_confirmed",
      ...adult,
      basis: "notarised_consent",
      papers: "notarised_statement",
      ...doing,
    }),
    createdBy: "lead",
  });

const nameOf = (id: string) => id;
const idsOf = (people: readonly Person[]) => people.map(({ _id }) => _id);
const guarded = (leaving: readonly Person[]) => guardedOf(leaving, guardsOf(records, site, idsOf(leaving), today));
const asked = (leaving: readonly Person[]) => questionsOf(guarded(leaving), idsOf(leaving), nameOf);
const shown = (leaving: readonly Person[]) =>
  asked(leaving).map(({ children, adults }) => [idsOf(children), adults.map(({ key }) => key)]);

/** Checks them out with what was answered, as the sheet does. */
const checkOut = (leaving: readonly Person[], answers: DepartureAnswers) => {
  const guards = new Map(guarded(leaving).map(([{ _id }, guard]) => [_id, guard] as const));
  const questions = asked(leaving);
  const answerFor = (child: Person): DepartureAnswer | undefined => {
    const own = questions.find(({ children }) => children.includes(child));
    return own && answerTo(own, answers);
  };
  const going = leaving.map((person) => {
    const [key, guard] = [person._id.slice(7), guards.get(person._id)];
    const stay = aDocument("stay", key, { personId: person._id });
    const isIn = { personId: person._id, stayId: stay._id, event: "check_in", order: 1, site, ...doing };
    const answer = answerFor(person) ?? { chosen: guard && takenAlongBy(guard, idsOf(leaving)), hasLeft: "" };
    const departure = guard && departureOf(answer, guard, nameOf);
    return { stay, events: [aDocument("presence", `${key}.1.check_in`, isIn)], guard, departure };
  });
  const house = { today, people: leaving, guests: [] } as unknown as House;
  const left = leaveHouse(house, going, "check_out", noChildrenStay, doing);
  return left.ok ? left.value.map(({ content }) => content) : left.error;
};

test("An aunt who is confirmed for her nephew leaves with him and her own son: only of the nephew it is asked, and she can be chosen", () => {
  const [aunt, son, nephew] = [anAunt(), aSon(), aNephew()];
  const { _id } = confirm(nephew, { adultId: aunt._id, adultName: "Olha" });
  const all = [aunt, son, nephew];
  expect(shown(all)).toEqual([[[nephew._id], [aunt._id]]]);
  expect(checkOut(all, { [nephew._id]: { chosen: aunt._id, hasLeft: "" } })).toMatchObject([
    {},
    { note: aunt._id },
    { released: _id, note: "Olha" },
  ]);
});

test("Her own son leaves without her: with whom of the group is asked, of both at once where she may take both", () => {
  const [aunt, son, nephew] = [anAunt(), aSon(), aNephew()];
  confirm(nephew, { adultId: aunt._id, adultName: "Olha" });
  expect(shown([son])).toEqual([[[son._id], [aunt._id]]]);
  expect(shown([son, nephew])).toEqual([[[son._id, nephew._id], [aunt._id]]]);
  const isHers = { chosen: aunt._id, hasLeft: "" };
  const left = checkOut([son, nephew], { [son._id]: isHers, [nephew._id]: isHers });
  expect(left).toMatchObject([{ note: aunt._id }, { released: expect.any(String) }]);
});

test("Children without an adult in common are asked about each apart, and each keeps its own answer", () => {
  const [one, other] = [aNephew("one"), aNephew("other")];
  confirm(one, { adultName: "Olha" });
  confirm(other, { adultName: "Daria" });
  expect(shown([one, other])).toEqual([
    [[one._id], ["named olha"]],
    [[other._id], ["named daria"]],
  ]);
  const answers = { [one._id]: { chosen: "named olha", hasLeft: "" }, [other._id]: { chosen: gone, hasLeft: "Lviv" } };
  const left = checkOut([one, other], answers);
  expect(left).toMatchObject([{ note: "Olha" }, { unconfirmed: true, note: "Lviv" }]);
});

test("Of children for whom nobody is confirmed it is asked once, and that they have gone is the only answer", () => {
  const all = [aNephew("one"), aNephew("other")];
  expect(shown(all)).toEqual([[["person:one", "person:other"], []]]);
});

test("Who was noted as a child and is of age by the record now is asked about, and leaves once it was answered", () => {
  const grown = aNephew("grown", { birth: { precision: "day", date: "1990-01-01" } });
  expect(shown([grown])).toEqual([[[grown._id], []]]);
  expect(checkOut([grown], {})).toEqual({ type: "AdultNotConfirmed" });
  expect(checkOut([grown], { [grown._id]: { chosen: gone, hasLeft: "Lviv" } })).toMatchObject([{ unconfirmed: true }]);
});
