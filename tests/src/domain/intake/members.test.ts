import { expect, test } from "vitest";
import { addMember } from "../../../../src/domain/intake/add-member.ts";
import type { IntakePerson } from "../../../../src/domain/intake/intake-form.ts";
import { joinInto, linkGroup, takeOver, unlinkGroup } from "../../../../src/domain/intake/join-groups.ts";
import { moveMember, ownGroup, withoutFocal } from "../../../../src/domain/intake/move-member.ts";
import { countsWith } from "../../../../src/domain/intake/reconcile-counts.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import { group as groupKind } from "../../../../src/domain/model/kinds/group.ts";
import { person as personKind } from "../../../../src/domain/model/kinds/person.ts";
import type { Result } from "../../../../src/domain/model/result.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const today = "2026-11-24";
const doing = { by: "ann", at: `${today}T08:00:00.000Z` };
const place = { site: "medyka", today };
const aGroup = (key: string, content: object = {}) =>
  aDocument("group", key, { site: "medyka", arrivedAt: doing.at, keepTogether: true, ...content });
const group = aGroup("1", {
  label: "Ткач",
  focalPersonId: "person:1",
  noticeGiven: { version: "2026-10", language: "uk", how: "leaflet", ...doing },
});
const born = (date: string) => ({ birth: { precision: "day", date } });
const done = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const mother = aDocument("person", "1", { givenName: "Олена", groupId: "group:1", ...born("1990-01-01") });
const child = aDocument("person", "2", { givenName: "Міра", groupId: "group:1", ...born("2018-01-01") });
const members = [mother, child];
const father: IntakePerson = {
  ...{ id: "person:3", sex: "m", band: "unknown", familyName: "", needFlags: [] },
  ...{ givenName: "Тарас", age: "36" },
};

test("A father who comes late is registered into his group: its surname, its notice, nobody's head", () => {
  const made = addMember(father, { group, members }, place, doing);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  expect(made.value).toMatchObject({
    id: "person:3",
    begins: true,
    content: { familyName: "Ткач", givenName: "Тарас", groupId: "group:1", sex: "m", recordState: "complete" },
  });
  expect(made.value.content).not.toHaveProperty("relationToFocal");
  expect(made.value.content).not.toHaveProperty("needFlags");
  const document = firstVersion(personKind, made.value.id, made.value.content, { ...doing, device: "dev1" });
  expect(checkDocument(personKind, document)).toEqual([]);
});

test("A baby that is added has the needs of a baby; one of whom nothing is known is not added", () => {
  expect(addMember({ ...father, age: "0" }, { group, members }, place, doing)).toMatchObject({
    value: { content: { needFlags: ["infant"], impliedNeeds: ["infant"] } },
  });
  expect(addMember({ ...father, givenName: "", age: "" }, { group, members }, place, doing)).toMatchObject({
    error: [{ field: "givenName" }],
  });
  expect(addMember({ ...father, age: "стільки" }, { group, members }, place, doing)).toMatchObject({
    error: [{ field: "people.person:3.age" }],
  });
});

test("Moving changes the group and nothing else; children who stay are named first", () => {
  const left = { alone: [child._id], named: [] };
  const head = { ...mother, relationToFocal: "HEAD" } as const;
  expect(moveMember(head, "group:2", left)).toEqual({ ok: false, error: { type: "ChildrenNotNamed" } });
  expect(moveMember(head, "group:2", { ...left, named: [child._id] })).toEqual({
    ok: true,
    value: { ...mother, groupId: "group:2" },
  });
  expect(moveMember(mother, "group:1", { alone: [], named: [] })).toEqual({ ok: false, error: { type: "SameGroup" } });
});

test("Another speaks for a group whose focal person has left", () => {
  expect(withoutFocal(group, mother._id, [child])).toMatchObject({ value: { focalPersonId: "person:2" } });
  expect(withoutFocal(group, child._id, [mother])).toEqual({ ok: true, value: group });
});

test("A group of one's own keeps what the others were told, and not their phone", () => {
  const own = ownGroup(mother, aGroup("1", { ...group, phone: { raw: "1" } }), "group:9", { at: doing.at, today });
  expect(own.content).toMatchObject({ focalPersonId: "person:1", noticeGiven: group.noticeGiven });
  expect(own.content).not.toHaveProperty("phone");
  expect(checkDocument(groupKind, firstVersion(groupKind, own.id, own.content, { ...doing, device: "dev1" }))).toEqual(
    [],
  );
});

test("Two groups become one: counted together, what is lacking is taken over, the other names where it went", () => {
  const counted = aGroup("1", { counts: { "f|18_59": 1 } });
  const late = aGroup("2", { counts: { "f|18_59": 1, "m|5_11": 1 }, phone: { raw: "067" }, pets: ["dog"] });
  expect(takeOver(counted, late, [])).toMatchObject({
    value: { counts: { "f|18_59": 2, "m|5_11": 1 }, phone: { raw: "067" }, pets: ["dog"] },
  });
  expect(takeOver(late, late, []).ok).toBe(false);
  expect(joinInto(late, "group:1")).toMatchObject({
    value: { voided: "duplicate", linkedGroups: [{ groupId: "group:1", reason: "other" }] },
  });
  expect(joinInto(late, "group:2")).toEqual({ ok: false, error: { type: "SameGroup" } });
});

test("Joined again after it was cut off, wherever that was, nobody is counted twice; another phone is one tap away", () => {
  const counted = aGroup("1", { counts: { "f|18_59": 1 }, phone: { raw: "050" } });
  const late = aGroup("2", { counts: { "f|18_59": 1, "m|5_11": 2 }, phone: { raw: "067" } });
  const once = done(takeOver(counted, late, [mother]));
  expect(once).toMatchObject({
    counts: { "f|18_59": 2, "m|5_11": 2 },
    phone: { raw: "050" },
    linkedGroups: [{ groupId: "group:2", reason: "other" }],
  });
  expect(done(takeOver(once, late, [mother])).counts).toEqual(once.counts);
  const gone = done(joinInto(late, "group:1"));
  expect(done(takeOver(once, gone, [mother])).counts).toEqual(once.counts);
  // Who came into the group that had gone is counted by who is there.
  expect(done(takeOver(counted, gone, [mother, child])).counts).toEqual({ "f|18_59": 1, "u|5_11": 1 });
});

test("A group that had gone into another and is joined into stands again, counted by who is in it", () => {
  const gone = done(joinInto(aGroup("1", { counts: { "f|18_59": 5 } }), "group:2"));
  const other = aGroup("2", { counts: { "f|18_59": 1 }, linkedGroups: [{ groupId: "group:1", reason: "other" }] });
  const joined = done(takeOver(gone, other, [child, mother]));
  expect(joined.voided).toBeUndefined();
  expect(joined.counts).toEqual({ "f|18_59": 1, "u|5_11": 1 });
});

test("Linked by hand before, two groups are counted together all the same", () => {
  const link = (key: string) => [{ groupId: `group:${key}`, reason: "other" }];
  const one = aGroup("1", { counts: { "f|18_59": 1 }, linkedGroups: link("2") });
  const two = aGroup("2", { counts: { "f|18_59": 1 }, linkedGroups: link("1") });
  expect(done(takeOver(one, two, [])).counts).toEqual({ "f|18_59": 2 });
});

test("Groups are linked once, and apart again", () => {
  const linked = linkGroup(group, "group:2", "same_family_other_bus");
  const again = linked.ok ? linkGroup(linked.value, "group:2", "other") : linked;
  expect(again).toMatchObject({ value: { linkedGroups: [{ groupId: "group:2", reason: "other" }] } });
  expect(again.ok && unlinkGroup(again.value, "group:2")).toEqual({ ok: true, value: group });
});

test("Who fits a place that was counted is not counted again", () => {
  const counts = { "f|18_59": 2 };
  expect(countsWith(counts, [mother], { ...mother, _id: "person:8", sex: "f" }, today)).toEqual(counts);
  expect(countsWith({ "f|18_59": 1 }, [mother], { ...mother, _id: "person:8", sex: "m" }, today)).toEqual({
    "f|18_59": 1,
    "m|18_59": 1,
  });
});
