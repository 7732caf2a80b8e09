import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { resolveField } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { person } from "../../../../src/domain/model/kinds/person.ts";
import type { Presence } from "../../../../src/domain/model/kinds/presence.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { nextEvents } from "../../../../src/domain/roster/next-events.ts";
import { checkIn, moveTo, stayEvent } from "../../../../src/domain/roster/stay-commands.ts";
import { beginAct, type RunningAct } from "../../../../src/live/acts/begin-act.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { freePlacesIn } from "../../../../src/live/roster/beds-at.ts";
import { rosterOf } from "../../../../src/live/roster/roster-view.ts";
import { staysOf } from "../../../../src/live/roster/stays-of.ts";
import { byId } from "../../../../src/live/tables/by-id.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { edit, register, seen, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const doing = { by: "ann", at: "2026-11-24T09:00:00.000Z" };
const people = ["1", "2", "3"];
const beds = ["1", "2", "3"].map((code) => aDocument("bed", code, { bedKind: code === "3" ? "double" : "single" }));

let couple: TwoPhones;
const open: Records[] = [];
beforeEach(async () => {
  couple = await openTwoPhones();
  await couple.server.couch.post("directory/_bulk_docs", { docs: [aDocument("room", "1"), ...beds] });
  for (const key of people) await register(couple.ann, key);
  for (const phone of [couple.ann, couple.ben]) await phone.sync();
});
afterEach(async () => {
  for (const records of open.splice(0)) records.close();
  await couple.close();
});

const recordsOf = ({ store }: Phone): Records => {
  const records = openRecords(store, ["directory", site]);
  open.push(records);
  return records;
};

/** What screens show of a site: who lies where and since when, who waits, what is free, what is to be settled. */
const shownOf = (records: Records): object => {
  const { residents, withoutBed, bedsFree, doubles } = rosterOf(records, "medyka");
  return {
    residents: [...residents.values()]
      .sort((a, b) => byId(a.person, b.person))
      .map(({ person, stay, state }) => [person._id, stay._id, stay.bedId, stay.roomId, state]),
    waiting: withoutBed.map(({ _id }) => _id),
    bedsFree,
    doubles: doubles.map((stays) => stays.map(({ _id }) => _id)),
    questions: [...records.all(site, "person").values()].map(({ _id, givenName, rivals }) => [
      _id,
      givenName,
      Object.entries(rivals ?? {}).map(([field, values]) => [field, values.map(([, value]) => value)]),
    ]),
  };
};

type Tap = { readonly who: number; readonly bed: number; readonly choice: number };

/** What a tap on a person's page can be: a bed, another bed, or what the page offers next. False where it offers nothing of the kind. */
const perform = async (act: RunningAct, records: Records, { who, bed: place, choice }: Tap): Promise<boolean> => {
  const [key = "", bed = beds[0]] = [people[who], beds[place]];
  const found = records.find(site, `person:${key}`)?.document as never;
  const view = rosterOf(records, "medyka");
  const resident = view.residents.get(`person:${key}`);
  const isFull = view.rooms.some((room) =>
    room.beds.some((one) => one.bed._id === bed?._id && freePlacesIn(one) === 0),
  );
  if (!found || !bed || isFull) return false;
  if (!resident) {
    const made = checkIn(found, bed, staysOf(records, site).get(`person:${key}`) ?? [], doing);
    return made.ok && (await act.add(site, made.value)).ok;
  }
  const events = [...nextEvents(resident.state), "check_out" as const, "move" as const];
  const event = events[choice % events.length];
  if (event === undefined) return false;
  if (event === "move") return (await act.change(site, resident.stay._id, moveTo(bed))).ok;
  return (await act.add(site, [stayEvent(resident.stay, resident.events, event, doing)])).ok;
};

const isSettled = async () => {
  for (const phone of [couple.ann, couple.ben]) await phone.sync();
  expect(couple.ann.status).toMatchObject({ unsent: 0, refused: 0 });
};

test("Whatever was done, taken back all is shown as before, here and elsewhere; the history keeps both", async () => {
  const { ann, ben } = couple;
  const [here, there] = [recordsOf(ann), recordsOf(ben)];
  const tap = fc.record({ who: fc.nat(2), bed: fc.nat(2), choice: fc.nat(9), isKept: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(tap, { minLength: 1, maxLength: 8 }), async (taps) => {
      for (const { isKept, ...given } of taps) {
        const before = shownOf(here);
        const act = beginAct({ records: here, writer: ann.store });
        if (!(await perform(act, here, given))) continue;
        if (isKept) continue;
        expect(await act.takeBack(false)).toEqual({ type: "done" });
        expect(shownOf(here)).toEqual(before);
      }
      await isSettled();
      expect(shownOf(there)).toEqual(shownOf(here));
    }),
    { numRuns: 30 },
  );
  const presences = [...here.all(site, "presence").values()];
  expect(presences.some(({ voided }) => voided === "mistake")).toBe(true);
});

const bedFor = async (phone: Phone, key: string, place: number) => {
  const records = recordsOf(phone);
  const act = beginAct({ records, writer: phone.store });
  expect(await perform(act, records, { who: people.indexOf(key), bed: place, choice: 0 })).toBe(true);
  return { records, act };
};
const note = async (phone: Phone, key: string, event: Presence["event"]) => {
  const records = recordsOf(phone);
  const resident = rosterOf(records, "medyka").residents.get(`person:${key}`);
  if (!resident) throw new Error("nobody lies there");
  const act = beginAct({ records, writer: phone.store });
  await act.add(site, [stayEvent(resident.stay, resident.events, event, { ...doing, by: phone.name })]);
  return { records, act };
};

test("What another phone noted on top of it is said first; then only one's own is taken back", async () => {
  const { ann, ben } = couple;
  const { records, act } = await bedFor(ann, "1", 0);
  await isSettled();
  await note(ben, "1", "hospital_start");
  await ben.sync();
  await ann.sync();
  const asked = await act.takeBack(false);
  expect(asked).toMatchObject({ type: "asks", isPossible: true, hasChanged: false });
  expect(asked.type === "asks" && asked.later.map(({ createdBy }) => createdBy)).toEqual(["ben"]);
  expect(rosterOf(records, "medyka").residents.has("person:1")).toBe(true);
  expect(await act.takeBack(true)).toEqual({ type: "done" });
  expect(
    [...records.all(site, "presence").values()].find(({ createdBy }) => createdBy === "ben")?.voided,
  ).toBeUndefined();
});

test("A bed that was left and given to another: said, before two lie in it", async () => {
  const { ann, ben } = couple;
  await bedFor(ann, "1", 0);
  const { act } = await note(ann, "1", "check_out");
  await isSettled();
  await bedFor(ben, "2", 0);
  await ben.sync();
  await ann.sync();
  expect(await act.takeBack(false)).toMatchObject({ type: "asks", later: [{ kind: "stay", personId: "person:2" }] });
});

test("A couple's bed of which one place was given: said for both, not for one", async () => {
  const { ann } = couple;
  for (const key of ["1", "2"]) await bedFor(ann, key, 2);
  const records = recordsOf(ann);
  const checkOut = async (...keys: readonly string[]) => {
    const act = beginAct({ records, writer: ann.store });
    const { residents } = rosterOf(records, "medyka");
    const events = keys.flatMap((key) => {
      const resident = residents.get(`person:${key}`);
      return resident ? [stayEvent(resident.stay, resident.events, "check_out", doing)] : [];
    });
    await act.add(site, events);
    return act;
  };
  const both = await checkOut("1", "2");
  await bedFor(ann, "3", 2);
  expect(await both.takeBack(false)).toMatchObject({ type: "asks", later: [{ kind: "stay", personId: "person:3" }] });
  const one = await checkOut("3");
  expect(await one.takeBack(false)).toEqual({ type: "done" });
});

test("An act that two noted, or that somebody else has changed, is not for one of them to take back", async () => {
  const { ann, ben } = couple;
  const one = await bedFor(ann, "1", 0);
  await bedFor(ben, "1", 0);
  await isSettled();
  await ann.sync();
  expect(await one.act.takeBack(true)).toMatchObject({ type: "asks", isPossible: false });
  expect(rosterOf(one.records, "medyka").residents.has("person:1")).toBe(true);
});

test("A conflict that was settled is open again with both answers, on every phone; settling it anew holds", async () => {
  const { ann, ben } = couple;
  for (const phone of [ann, ben]) phone.network.isOnline = false;
  await edit(ann, "1", { givenName: "Ольга" });
  await edit(ben, "1", { givenName: "Олена" });
  for (const phone of [ann, ben]) phone.network.isOnline = true;
  await isSettled();
  await ann.sync();
  const records = recordsOf(ann);
  const before = shownOf(records);
  const settle = async (value: string) => {
    const act = beginAct({ records, writer: ann.store });
    await act.change(site, "person:1", (document: Document) => ok(resolveField(document, "givenName", value)));
    return act;
  };
  const act = await settle("Ольга");
  await isSettled();
  expect(await act.takeBack(false)).toEqual({ type: "done" });
  expect(shownOf(records)).toEqual(before);
  await isSettled();
  await ben.sync();
  expect(seen(ben, "1")).toEqual(seen(ann, "1"));
  const conflicts = unresolvedConflicts(person.rule, seen(ben, "1") as Document);
  expect(conflicts.flatMap(({ values }) => values.map(([, value]) => value)).sort()).toEqual(["Олена", "Ольга"]);
  await settle("Олена");
  await isSettled();
  await ben.sync();
  expect(seen(ben, "1")).toMatchObject({ givenName: "Олена" });
  expect(seen(ben, "1")?.rivals).toBeUndefined();
});

test("A return that is taken back would leave a child alone: the child is named first", async () => {
  const { ann } = couple;
  const born = (year: number) => ({ groupId: "group:1", birth: { date: `${year}-01-01`, precision: "day" } });
  for (const [key, year] of [
    ["1", 1990],
    ["2", 1985],
    ["3", 2018],
  ] as const)
    await edit(ann, key, born(year));
  for (const [place, key] of people.entries()) await bedFor(ann, key, place);
  await note(ann, "1", "leave_start");
  const { records, act } = await note(ann, "1", "leave_end");
  await note(ann, "2", "leave_start");
  expect(await act.takeBack(false)).toMatchObject({ type: "asks", isPossible: true, alone: [{ _id: "person:3" }] });
  expect(await act.takeBack(true)).toEqual({ type: "done" });
  expect(rosterOf(records, "medyka").residents.get("person:1")?.state.status).toBe("leave");
});

test("Taken back twice is taken back once", async () => {
  const { ann } = couple;
  const { records, act } = await bedFor(ann, "1", 0);
  await act.takeBack(false);
  const once = shownOf(records);
  await act.takeBack(false);
  expect(shownOf(records)).toEqual(once);
});
