import { afterEach, beforeEach, expect, test } from "vitest";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { leaveHouse, noChildrenStay } from "../../../../src/domain/roster/leaving.ts";
import { moveCorrections } from "../../../../src/features/intake/members/move-corrections.ts";
import { groupWithPeople } from "../../../../src/live/intake/group-view.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { childrenToProtect } from "../../../../src/live/safeguarding/children-to-protect.ts";
import { guardOf } from "../../../../src/live/safeguarding/guards.ts";
import { notingWriter } from "../../../../src/live/safeguarding/noting-writer.ts";
import type { Writer } from "../../../../src/store/writer.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { register, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const today = "2026-11-24";
const at = `${today}T09:00:00.000Z`;
const born = (year: number) => ({ precision: "day", date: `${year}-01-01` });

let couple: TwoPhones;
let records: Records;
let writer: Writer;
beforeEach(async () => {
  couple = await openTwoPhones();
  const { ann } = couple;
  const begun = { site: "medyka", arrivedAt: at, keepTogether: true };
  await ann.store.add(
    site,
    ["group:1", "group:2"].map((id) => ({ kind: "group", id, content: { ...begun, label: id } })),
  );
  await register(ann, "woman", { groupId: "group:1", birth: born(1985) });
  await register(ann, "girl", {
    groupId: "group:1",
    birth: born(2015),
    childCare: "parent",
    accompaniedBy: "person:woman",
  });
  await register(ann, "stranger", { groupId: "group:2", birth: born(1970) });
  records = openRecords(ann.store, [site]);
  writer = notingWriter(ann.store, records, () => at);
});
afterEach(async () => {
  records.close();
  await couple.close();
});

const partyOf = (id: string) => {
  const { group, people } = groupWithPeople(records, "medyka", id);
  if (!group) throw new Error();
  return { group, members: people };
};
const move = async (key: string, from: string, to: string) => {
  const person = records.table(site, "person").get(`person:${key}`) as Person;
  const left = { alone: [], named: ["person:girl"] } as never;
  for (const { id, command } of moveCorrections(person, partyOf(from), partyOf(to), { left, today }) as never as {
    id: string;
    command: (one: unknown, doing: object) => never;
  }[])
    expect((await writer.change(site, id, (one) => command(one, { by: "ann", at }))).ok).toBe(true);
};
const leavesWith = (adult: string) => {
  const girl = records.table(site, "person").get("person:girl") as Person;
  const stay = aDocument("stay", "girl.medyka.1", { personId: girl._id });
  const departure = { adultId: `person:${adult}`, adultName: "X" } as never;
  const left = leaveHouse(
    { today, guests: [] },
    [{ stay, events: [], guard: guardOf(records, girl, today), departure }],
    "check_out",
    noChildrenStay,
    { by: "ann", at },
  );
  return left.ok && left.value[0]?.content;
};

test("an ordinary app; the girl is moved into a stranger's group and checked out with him: stopped or an incident", async () => {
  await move("girl", "group:1", "group:2");
  expect(leavesWith("stranger") || { unconfirmed: true }).toHaveProperty("unconfirmed");
});

test("and she stands in an inbox", async () => {
  await move("girl", "group:1", "group:2");
  expect(childrenToProtect(records, "medyka", today).map(({ child }) => child._id)).toEqual(["person:girl"]);
});

test("the stranger is moved into the family's group: he takes her without her mother", async () => {
  await move("stranger", "group:2", "group:1");
  expect(leavesWith("stranger") || { unconfirmed: true }).toHaveProperty("unconfirmed");
});

test("two phones: one moves the mother out, the other a stranger in; joined, the girl waits or is stopped", async () => {
  await move("stranger", "group:2", "group:1");
  await move("woman", "group:1", "group:2");
  expect(childrenToProtect(records, "medyka", today).map(({ child }) => child._id)).toEqual(["person:girl"]);
});
