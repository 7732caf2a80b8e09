import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownGroup } from "../../../../src/domain/intake/move-member.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { checkIn } from "../../../../src/domain/roster/stay-commands.ts";
import type { Party } from "../../../../src/features/intake/members/group-corrections.ts";
import { joinCorrections } from "../../../../src/features/intake/members/join-corrections.ts";
import { moveCorrections } from "../../../../src/features/intake/members/move-corrections.ts";
import type { Correction } from "../../../../src/features/intake/use-correction.ts";
import { beginAct, type RunningAct } from "../../../../src/live/acts/begin-act.ts";
import { groupWithPeople, latestGroups } from "../../../../src/live/intake/group-view.ts";
import { withdrawnIn } from "../../../../src/live/intake/withdrawals.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { rosterOf } from "../../../../src/live/roster/roster-view.ts";
import { staysOfPerson } from "../../../../src/live/roster/stays-of.ts";
import { waitingAt } from "../../../../src/live/roster/waiting-for-bed.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const today = "2026-11-24";
const doing = { by: "ann", at: `${today}T09:00:00.000Z` };
const groups = ["group:1", "group:2", "group:3"] as const;
const keys = ["1", "2", "3", "4"];
const beds = keys.map((code) => aDocument("bed", code, { bedKind: "single" }));

let couple: TwoPhones;
let views: readonly [Records, Records];
beforeEach(async () => {
  couple = await openTwoPhones();
  await couple.server.couch.post("directory/_bulk_docs", { docs: [aDocument("room", "1"), ...beds] });
  const { ann, ben } = couple;
  const begun = { site: "medyka", arrivedAt: doing.at, keepTogether: true, counts: { "f|unknown": 2 } };
  await ann.store.add(
    site,
    groups.map((id) => ({ kind: "group", id, content: { ...begun, label: id } })),
  );
  for (const [place, key] of keys.entries()) await register(ann, key, { groupId: groups[place % 2] });
  for (const phone of [ann, ben]) await phone.sync();
  views = [openRecords(ann.store, ["directory", site]), openRecords(ben.store, ["directory", site])];
});
afterEach(async () => {
  for (const records of views) records.close();
  await couple.close();
});

const partyOf = (records: Records, id: string): Party => {
  const { group, people } = groupWithPeople(records, "medyka", id);
  if (!group) throw new Error(`${id} is not there`);
  return { group, members: people };
};
const correct = async (act: RunningAct, corrections: readonly Correction<unknown>[]) => {
  for (const { id, command } of corrections)
    expect((await act.change(site, id, (current) => command(current, doing) as never)).ok).toBe(true);
};
const nobody = { left: { alone: [], named: [] }, today };

const move = (act: RunningAct, records: Records, key: string, to: string) => {
  const person = records.table(site, "person").get(`person:${key}`) as Person;
  if (person.groupId === to) return;
  return correct(act, moveCorrections(person, partyOf(records, person.groupId ?? ""), partyOf(records, to), nobody));
};
const join = (act: RunningAct, records: Records, from: string, to: string) => {
  const [source, target] = [partyOf(records, from), partyOf(records, to)];
  if (from === to || source.members.length === 0) return;
  return correct(act, joinCorrections(source, withdrawnIn(records, "medyka", from), target, today));
};
/** No two phones begin a group under one id. */
let begun = 0;
const apart = async (act: RunningAct, records: Records, key: string) => {
  const person = records.table(site, "person").get(`person:${key}`) as Person;
  const from = partyOf(records, person.groupId ?? "");
  if (from.members.length < 2) return;
  begun += 1;
  const made = ownGroup(person, from.group, `group:own-${key}-${begun}`, { at: doing.at, today });
  await act.add(site, [made]);
  await move(act, records, key, made.id);
};
const bed = (act: RunningAct, records: Records, key: string, place: number) => {
  const person = records.table(site, "person").get(`person:${key}`) as Person;
  const made = checkIn(person, beds[place] as never, staysOfPerson(records, site, person._id), doing);
  return made.ok ? act.add(site, made.value) : undefined;
};

const shownOf = (records: Records): unknown => {
  const { residents, bedsFree } = rosterOf(records, "medyka");
  const shown = {
    residents: [...residents].map(([id, { stay }]) => [id, stay.bedId]).sort(),
    bedsFree,
    groups: latestGroups(records, "medyka"),
    parties: groups.map((id) => groupWithPeople(records, "medyka", id)),
    waiting: waitingAt(records, "medyka", [site]),
  };
  return JSON.parse(JSON.stringify(shown, (field, value) => (field === "stamps" || field === "v" ? undefined : value)));
};
const begin = (phone: Phone, records: Records): RunningAct => beginAct({ records, writer: phone.store });

test("Moving, setting apart and joining are taken back as one, and leave every view as before; beds never change", async () => {
  const [here] = views;
  await bed(begin(couple.ann, here), here, "1", 0);
  const acts = [
    (act: RunningAct) => move(act, here, "1", "group:2"),
    (act: RunningAct) => apart(act, here, "1"),
    (act: RunningAct) => join(act, here, "group:1", "group:2"),
  ];
  for (const perform of acts) {
    const before = shownOf(here);
    const act = begin(couple.ann, here);
    await perform(act);
    expect(shownOf(here)).not.toEqual(before);
    expect(rosterOf(here, "medyka").residents.get("person:1")?.stay.bedId).toBe("bed:1");
    expect(await act.takeBack(false)).toEqual({ type: "done" });
    expect(shownOf(here)).toEqual(before);
  }
});

const idsIn = (records: Records, id: string) => partyOf(records, id).members.map(({ _id }) => _id);
const settle = async () => {
  for (const phone of [couple.ann, couple.ben, couple.ann, couple.ben]) await phone.sync();
};

test("Each of two groups is joined into the other, unseen: both are shown, and joining one of them again brings all together", async () => {
  const [here, there] = views;
  await join(begin(couple.ann, here), here, "group:1", "group:2");
  await join(begin(couple.ben, there), there, "group:2", "group:1");
  await settle();
  for (const records of views)
    expect(latestGroups(records, "medyka").map(({ _id }) => _id)).toEqual(
      expect.arrayContaining(["group:1", "group:2"]),
    );
  await join(begin(couple.ann, here), here, "group:1", "group:2");
  await settle();
  for (const records of views) {
    expect(idsIn(records, "group:2")).toHaveLength(4);
    expect(latestGroups(records, "medyka").map(({ _id }) => _id)).toEqual(["group:3", "group:2"]);
    expect(partyOf(records, "group:2").group.counts).toEqual({ "f|unknown": 4 });
  }
});

test("Added to a group that another phone joined with another meanwhile: shown there, and brought to the others by joining again", async () => {
  const [here] = views;
  await join(begin(couple.ann, here), here, "group:1", "group:2");
  await register(couple.ben, "5", { groupId: "group:1", birth: { precision: "day", date: "2018-01-01" } });
  await settle();
  // One child, not those who were counted before and have gone on.
  const left = latestGroups(here, "medyka").find(({ _id }) => _id === "group:1");
  expect(left?.counts).toEqual({ "u|5_11": 1 });
  await join(begin(couple.ann, here), here, "group:1", "group:2");
  expect(idsIn(here, "group:2")).toHaveLength(5);
  expect(latestGroups(here, "medyka").map(({ _id }) => _id)).not.toContain("group:1");
});

test("A join takes along who was withdrawn: brought back, they are with the others", async () => {
  const [here] = views;
  const gone = { withdrawn: "mistake", withdrawnAt: doing.at };
  await edit(couple.ann, "1", gone);
  await join(begin(couple.ann, here), here, "group:1", "group:2");
  expect(here.table(site, "person").get("person:1")).toMatchObject({ ...gone, groupId: "group:2" });
});

test("The last one written down goes to another group, and the children who were only counted stay on the lists", async () => {
  const [here] = views;
  await edit(couple.ann, "1", { groupId: "group:3", birth: { precision: "day", date: "1990-01-01" }, sex: "f" });
  await couple.ann.store.change(site, "group:3", (current: object) =>
    ok({ ...current, counts: { "f|18_59": 1, "x|5_11": 3 }, phone: { raw: "067" } } as never),
  );
  await move(begin(couple.ann, here), here, "1", "group:2");
  const left = latestGroups(here, "medyka").find(({ _id }) => _id === "group:3");
  expect(left).toMatchObject({ counts: { "x|5_11": 3 }, phone: { raw: "067" } });
});

test("Whatever two phones do to groups unseen of each other, everybody waits or has a bed, and is in the group that they are said to be in", async () => {
  const { ann, ben } = couple;
  const phones = [ann, ben] as const;
  const step = fc.record({
    phone: fc.nat(1),
    key: fc.constantFrom(...keys),
    what: fc.constantFrom("move", "apart", "join", "bed", "sync"),
    to: fc.constantFrom(...groups),
    from: fc.constantFrom(...groups),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      for (const { phone: place, key, what, to, from } of steps) {
        const [phone, records] = [phones[place] as Phone, views[place] as Records];
        const act = begin(phone, records);
        if (what === "sync") await phone.sync();
        if (what === "move") await move(act, records, key, to);
        if (what === "apart") await apart(act, records, key);
        if (what === "join") await join(act, records, from, to);
        if (what === "bed") await bed(act, records, key, Number(key) - 1);
      }
      for (const phone of [ann, ben, ann, ben]) await phone.sync();
      for (const records of views) {
        const waiting = waitingAt(records, "medyka", [site]).map(({ _id }) => _id as string);
        const { residents } = rosterOf(records, "medyka");
        const shown = latestGroups(records, "medyka").map(({ _id }) => _id as string);
        for (const person of records.all(site, "person").values()) {
          expect([...residents.keys(), ...waiting]).toContain(person._id);
          expect(shown).toContain(person.groupId);
          expect(partyOf(records, person.groupId ?? "").members.map(({ _id }) => _id)).toContain(person._id);
        }
      }
      expect(shownOf(views[1])).toEqual(shownOf(views[0]));
    }),
    { numRuns: 25 },
  );
});
