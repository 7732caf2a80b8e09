import { expect, test } from "vitest";
import { emptyIntake, renewedForm, withCount, withPerson } from "../../../../src/domain/intake/intake-form.ts";
import { isSavedAs } from "../../../../src/domain/intake/is-saved-as.ts";
import { registerGroup } from "../../../../src/domain/intake/register-group.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { kindNamed } from "../../../../src/domain/model/kinds.ts";

const place = { site: "medyka", today: "2026-11-24" };
const doing = { by: "ann", at: "2026-11-24T08:00:00.000Z" };
const counted = withCount(emptyIntake("group:1", doing.at), "f|18_59", 1, () => "person:1");
const form = {
  ...withPerson(counted, "person:1", { givenName: "Оксана", age: "34" }),
  surname: "Коваленко",
  phone: "067 123 45 67",
};

const made = registerGroup(form, place, doing);
if (!made.ok) throw new Error("refused");
const stored = new Map(
  made.value.map(({ kind, id, content }) => {
    const known = kindNamed(kind);
    if (!known) throw new Error(kind);
    return [id, firstVersion(known, id, content, { ...doing, device: "dev1" })] as const;
  }),
);
const isSaved = (typed: typeof form) => isSavedAs(typed, (id) => stored.get(id), "medyka");

test("A form is saved where its group and people hold all that it says", () => {
  expect(isSaved({ ...form, noticeHow: "read_out" as never })).toBe(true);
});

test.each([
  ["surname", { ...form, surname: "Коваль" }],
  ["telephone", { ...form, phone: "067 123 45 68" }],
  ["given name", withPerson(form, "person:1", { givenName: "Олена" }) as typeof form],
  ["one more", withCount(form, "m|0_4", 1, () => "person:2") as typeof form],
])("It is not where somebody typed on: %s", (_, typed) => {
  expect(isSaved(typed)).toBe(false);
});

test("What is typed goes on under ids of its own", () => {
  let next = 10;
  const renewed = renewedForm(form, (kind) => `${kind}:${next++}` as never);
  expect(renewed).toMatchObject({
    groupId: "group:11",
    surname: "Коваленко",
    people: [{ id: "person:10", givenName: "Оксана" }],
  });
});
