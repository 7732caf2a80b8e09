import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bringBackPerson, withdrawPerson } from "../../../../src/domain/intake/withdraw-person.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { checkIn, stayEvent } from "../../../../src/domain/roster/stay-commands.ts";
import { followWithdrawal } from "../../../../src/features/intake/withdrawal/follow-withdrawal.ts";
import { beginAct, type RunningAct } from "../../../../src/live/acts/begin-act.ts";
import { groupWithPeople } from "../../../../src/live/intake/group-view.ts";
import { withdrawalsToSee, withdrawnIn } from "../../../../src/live/intake/withdrawals.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { childrenAloneIn, houseOf } from "../../../../src/live/roster/house.ts";
import { rosterOf } from "../../../../src/live/roster/roster-view.ts";
import { staysOfPerson } from "../../../../src/live/roster/stays-of.ts";
import { waitingAt } from "../../../../src/live/roster/waiting-for-bed.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const today = "2026-11-24";
const doing = { by: "ann", at: `${today}T09:00:00.000Z` };
const [groupId, keys] = ["group:1", ["1", "2", "3"]];
const born = (year: number) => ({ precision: "day", date: `${year}-01-01` });
const content = [
  { groupId, birth: born(1990) },
  { groupId, birth: born(2018) },
  { groupId, birth: born(2015), childCare: "nobody", needFlags: ["child_alone"] },
];
const beds = ["1", "2", "3", "4"].map((code) => aDocument("bed", code, { bedKind: "single" }));

let couple: TwoPhones;
let views: readonly [Records, Records];
beforeEach(async () => {
  couple = await openTwoPhones();
  await couple.server.couch.post("directory/_bulk_docs", { docs: [aDocument("room", "1"), ...beds] });
  const { ann, ben } = couple;
  await ann.store.add(site, [
    { kind: "group", id: groupId, content: { site: "medyka", arrivedAt: doing.at, keepTogether: true } },
  ]);
  for (const [place, key] of keys.entries()) await register(ann, key, content[place]);
  for (const phone of [ann, ben]) await phone.sync();
  views = [openRecords(ann.store, ["directory", site]), openRecords(ben.store, ["directory", site])];
});
afterEach(async () => {
  for (const records of views) records.close();
  await couple.close();
});

const personIn = (records: Records, key: string) => records.table(site, "person").get(`person:${key}`) as Person;
const isHoused = (records: Records, key: string) => rosterOf(records, "medyka").residents.has(`person:${key}`);

const withdraw = (act: RunningAct, records: Records, key: string, asLead?: string) =>
  act.change(site, `person:${key}`, (current: Person) => {
    const facts = { isHoused: isHoused(records, key), isOnTrip: false, isChild: key !== "1", alone: [] };
    const answer = { reason: "mistake", note: "Забрала мати", knowsTrip: true, named: [] } as const;
    return withdrawPerson(current, facts, answer, {
      ...doing,
      ...(asLead && { by: asLead }),
      isLead: asLead !== undefined,
    }) as never;
  });

const bedFor = (act: RunningAct, records: Records, key: string, place: number) => {
  const person = personIn(records, key);
  const made = checkIn(person, beds[place] as never, staysOfPerson(records, site, person._id), doing);
  return made.ok ? act.add(site, made.value) : undefined;
};

/** Everything that screens show of the group and the house. */
const shownOf = (records: Records): object => {
  const { residents, withoutBed, bedsFree } = rosterOf(records, "medyka");
  return {
    residents: [...residents.keys()].sort(),
    bedsFree,
    withoutBed,
    waiting: waitingAt(records, "medyka", [site]),
    members: groupWithPeople(records, "medyka", groupId),
    withdrawn: withdrawnIn(records, "medyka", groupId),
    toSee: withdrawalsToSee(records, "medyka", ["lead:medyka"]),
    alone: childrenAloneIn(records, "medyka", today),
    states: keys.map((key) => personIn(records, key)?.recordState),
  };
};
/** Without who wrote it when. */
const plain = (shown: object): unknown =>
  JSON.parse(JSON.stringify(shown, (field, value) => (field === "stamps" || field === "v" ? undefined : value)));

const begin = (phone: Phone, records: Records): RunningAct => beginAct({ records, writer: phone.store });
const ids = (people: readonly { readonly _id: string }[]) => people.map(({ _id }) => _id);

test("A withdrawal that is taken back leaves every view as before, and so does one that is brought back", async () => {
  const [here] = views;
  for (const key of keys) {
    const before = plain(shownOf(here));
    const act = begin(couple.ann, here);
    expect((await withdraw(act, here, key)).ok).toBe(true);
    expect(plain(shownOf(here))).not.toEqual(before);
    expect(await act.takeBack(false)).toEqual({ type: "done" });
    expect(plain(shownOf(here))).toEqual(before);
    await withdraw(begin(couple.ann, here), here, key);
    await begin(couple.ann, here).change(site, `person:${key}`, (current: Person) => bringBackPerson(current, false));
    expect(plain(shownOf(here))).toEqual(before);
  }
});

test("Who was withdrawn is on no list of people, and on the page of the group with the reason", async () => {
  const [here] = views;
  await withdraw(begin(couple.ann, here), here, "1");
  expect(ids(groupWithPeople(here, "medyka", groupId).people)).not.toContain("person:1");
  expect(ids(waitingAt(here, "medyka", [site]))).not.toContain("person:1");
  expect(houseOf(here, "medyka", today, ["person:2"]).guests.map(({ person }) => person._id)).not.toContain("person:1");
  expect(withdrawnIn(here, "medyka", groupId)).toMatchObject([{ _id: "person:1", withdrawn: "mistake" }]);
});

test("A child who is withdrawn by a volunteer waits for a lead and for a bed as before, with or without a mother", async () => {
  const [here] = views;
  for (const key of ["2", "3"]) {
    await withdraw(begin(couple.ann, here), here, key);
    expect(ids(waitingAt(here, "medyka", [site]))).toContain(`person:${key}`);
    expect(ids(groupWithPeople(here, "medyka", groupId).people)).toContain(`person:${key}`);
  }
  expect(ids(withdrawalsToSee(here, "medyka", ["lead:medyka"]))).toEqual(["person:2", "person:3"]);
  expect(withdrawalsToSee(here, "medyka", ["volunteer:medyka"])).toEqual([]);
});

test("The mother is withdrawn, then the child by the same volunteer, and the care is corrected: the child is on every list", async () => {
  const [here, there] = views;
  const { ann, ben } = couple;
  await withdraw(begin(ann, here), here, "1");
  await withdraw(begin(ann, here), here, "2");
  await edit(ann, "2", { childCare: "relative" });
  for (const phone of [ann, ben]) await phone.sync();
  for (const records of [here, there]) {
    expect(ids(waitingAt(records, "medyka", [site]))).toContain("person:2");
    expect(ids(withdrawalsToSee(records, "medyka", ["lead:medyka"]))).toEqual(["person:2"]);
  }
});

test("A lead agrees: the group is counted with one less, and somebody else speaks for it, as when the volunteer's act counts at once", async () => {
  const [here] = views;
  const act = begin(couple.ann, here);
  const counts = { "u|18_59": 1, "u|5_11": 2 };
  await act.change(site, groupId, (current: object) => ok({ ...current, counts, focalPersonId: "person:2" }) as never);
  await withdraw(act, here, "2");
  const { group, people: members } = groupWithPeople(here, "medyka", groupId);
  const companions = members.filter(({ _id }) => _id !== "person:2");
  const followers = followWithdrawal(personIn(here, "2"), { group, members, companions }, today);
  for (const { id, command } of followers)
    await act.change(site, id, (current: object) => command(current as never, doing) as never);
  expect(groupWithPeople(here, "medyka", groupId).group).toMatchObject({
    counts: { "u|18_59": 1, "u|5_11": 1 },
    focalPersonId: "person:1",
  });
});

test("The server does not take a lead's agreement from a volunteer", async () => {
  const [, there] = views;
  await withdraw(begin(couple.ben, there), there, "3", "ben");
  await couple.ben.sync();
  expect(couple.ben.status.refused).toBe(1);
});

const settle = async () => {
  const { ann, ben } = couple;
  for (const phone of [ann, ben, ann, ben]) await phone.sync();
};

test("Withdrawn on one phone, given a bed on the other: shown in the bed, in the group and in the house on both", async () => {
  const [here, there] = views;
  const { ann, ben } = couple;
  for (const phone of [ann, ben]) phone.network.isOnline = false;
  await withdraw(begin(ann, here), here, "2");
  await bedFor(begin(ben, there), there, "2", 0);
  for (const phone of [ann, ben]) phone.network.isOnline = true;
  await settle();
  for (const records of views) {
    expect(isHoused(records, "2")).toBe(true);
    expect(ids(groupWithPeople(records, "medyka", groupId).people)).toContain("person:2");
    expect(houseOf(records, "medyka", today, ["person:2"]).guests.map(({ person }) => person._id)).toContain(
      "person:2",
    );
    expect(childrenAloneIn(records, "medyka", today).map(({ child }) => child._id)).not.toContain("person:1");
  }
});

test("Whatever two phones do unseen of each other, nobody who lies in a bed is invisible, and both phones show the same", async () => {
  const { ann, ben } = couple;
  const phones = [ann, ben] as const;
  const step = fc.record({
    phone: fc.nat(1),
    key: fc.constantFrom(...keys),
    what: fc.constantFrom("withdraw", "bed", "out", "back", "edit", "sync"),
    place: fc.nat(3),
    isUndone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      for (const { phone: place, key, what, place: bed, isUndone } of steps) {
        const [phone, records] = [phones[place] as Phone, views[place] as Records];
        const act = begin(phone, records);
        if (what === "sync") await phone.sync();
        if (what === "withdraw") await withdraw(act, records, key);
        if (what === "bed") await bedFor(act, records, key, bed);
        if (what === "edit") await edit(phone, key, { originSettlement: what + bed });
        if (what === "back")
          await act.change(site, `person:${key}`, (current: Person) => bringBackPerson(current, false));
        const resident = rosterOf(records, "medyka").residents.get(`person:${key}`);
        if (what === "out" && resident)
          await act.add(site, [stayEvent(resident.stay, resident.events, "check_out", doing)]);
        if (isUndone) await act.takeBack(true);
      }
      await settle();
      for (const records of views)
        for (const { person } of rosterOf(records, "medyka").residents.values()) {
          expect(ids(groupWithPeople(records, "medyka", groupId).people)).toContain(person._id);
          expect(houseOf(records, "medyka", today, [person._id]).guests.map((guest) => guest.person._id)).toContain(
            person._id,
          );
        }
      expect(plain(shownOf(views[1]))).toEqual(plain(shownOf(views[0])));
    }),
    { numRuns: 25 },
  );
});
