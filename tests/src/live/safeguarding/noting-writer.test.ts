import { afterEach, beforeEach, expect, test } from "vitest";
import { editPerson } from "../../../../src/domain/intake/edit-person.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { joinCorrections } from "../../../../src/features/intake/members/join-corrections.ts";
import { groupWithPeople } from "../../../../src/live/intake/group-view.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { childrenToProtect } from "../../../../src/live/safeguarding/children-to-protect.ts";
import { notingWriter } from "../../../../src/live/safeguarding/noting-writer.ts";
import type { Writer } from "../../../../src/store/writer.ts";
import { register, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const today = "2026-11-24";
const at = `${today}T09:00:00.000Z`;
const born = (year: number) => ({ precision: "day", date: `${year}-01-01` });
const basis = { isInformed: true, today, needs: undefined };

let couple: TwoPhones;
let records: Records;
let writer: Writer;
beforeEach(async () => {
  couple = await openTwoPhones();
  const { ann } = couple;
  const begun = { site: "medyka", arrivedAt: at, keepTogether: true };
  const groups = ["group:1", "group:2"].map((id) => ({ kind: "group", id, content: { ...begun, label: id } }));
  await ann.store.add(site, groups);
  await register(ann, "woman", { groupId: "group:1", birth: born(1985) });
  await register(ann, "girl", { groupId: "group:1", birth: born(2015), childCare: "parent" });
  await register(ann, "boy", { groupId: "group:1", birth: born(2017), childCare: "relative" });
  await register(ann, "stranger", { groupId: "group:2", birth: born(1960) });
  records = openRecords(ann.store, [site]);
  writer = notingWriter(ann.store, records, () => at);
});
afterEach(async () => {
  records.close();
  await couple.close();
});

const personOf = (key: string) => records.table(site, "person").get(`person:${key}`) as Person;
const edit = (key: string, change: Partial<Person>) =>
  writer.change(site, `person:${key}`, (person: Person) => editPerson(person, change, basis));
const toProtect = () => childrenToProtect(records, "medyka", today).map(({ child }) => child._id);

test("A boy without a parent goes on waiting for an adult who is confirmed, whatever is corrected of him", async () => {
  expect(toProtect()).toEqual(["person:boy"]);
  await edit("boy", { givenName: "Іван" });
  expect(personOf("boy").noParentSince).toBeUndefined();
  await edit("boy", { childCare: "parent" });
  expect(personOf("boy").noParentSince).toBe(at);
  await edit("boy", { birth: born(1990) } as Partial<Person>);
  expect(toProtect()).toEqual(["person:boy"]);
});

test("A girl of whom it is written for a moment that nobody is with her waits, too", async () => {
  await edit("girl", { childCare: "nobody" });
  await edit("girl", { childCare: "parent" });
  expect(toProtect()).toContain("person:girl");
});

test("A family that is moved one after the other is never taken for one without a parent", async () => {
  const [from, to] = ["group:1", "group:2"].map((id) => {
    const { group, people } = groupWithPeople(records, "medyka", id);
    if (!group) throw new Error(`${id} is not there`);
    return { group, members: people };
  });
  if (!from || !to) throw new Error();
  for (const { id, command } of joinCorrections(from, [], to, today))
    expect((await writer.change(site, id, (one) => command(one, { by: "ann", at }) as never)).ok).toBe(true);
  expect(personOf("girl").groupId).toBe("group:2");
  expect(personOf("girl").noParentSince).toBeUndefined();
});
