import { expect, test } from "vitest";
import { editPerson } from "../../../../src/domain/intake/edit-person.ts";
import { needsChanges } from "../../../../src/domain/intake/follow-needs.ts";
import {
  agreeToWithdrawal,
  bringBackPerson,
  type WithdrawalAnswer,
  withdrawPerson,
} from "../../../../src/domain/intake/withdraw-person.ts";
import { awaitsLead, isWithdrawn } from "../../../../src/domain/intake/withdrawal.ts";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { person as kind, type Person } from "../../../../src/domain/model/kinds/person.ts";
import type { Result } from "../../../../src/domain/model/result.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const day = "2026-11-25";
const at = (hour: number) => `${day}T0${hour}:00:00.000Z`;
const born = (year: number) => ({ precision: "day", date: `${year}-01-01` }) as const;
const child = aDocument("person", "1", { givenName: "Міра", birth: born(2020), childCare: "parent" });
const nowhere = { isHoused: false, isOnTrip: false, alone: [] };
const said: WithdrawalAnswer = { reason: "mistake", note: "Забрала мати", knowsTrip: false, named: [] };

/** The next version as a phone writes it. */
const wrote = (before: Person, by: string, hour: number, done: Result<Person, unknown>): Person => {
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return nextVersion(kind.rule, before, done.value, { by, device: `${by}1`, at: at(hour) }) as unknown as Person;
};
const withdraw = (
  person: Person,
  by: string,
  hour: number,
  given: Partial<WithdrawalAnswer & { isLead: boolean }> = {},
) =>
  wrote(
    person,
    by,
    hour,
    withdrawPerson(
      person,
      { ...nowhere, isChild: person.birth?.precision === "day" && person.birth.date > "2009" },
      { ...said, ...given },
      { by, at: at(hour), isLead: given.isLead ?? false },
    ),
  );
const edit = (person: Person, by: string, hour: number, change: object) => {
  const needs = needsChanges([[person]], [[{ ...person, ...change } as Person]], day).find(
    ({ id }) => id === person._id,
  );
  const done = editPerson(person, change as Parameters<typeof editPerson>[1], { isInformed: true, today: day, needs });
  return wrote(person, by, hour, done as Result<Person, unknown>);
};
const bothWays = (a: Person, b: Person): readonly Person[] => [
  merge(kind.rule, a, b) as unknown as Person,
  merge(kind.rule, b, a) as unknown as Person,
];
const waits = (person: Person) => [isWithdrawn(person), awaitsLead(person)];

test("Any child waits for a lead, not only one said to be alone", () => {
  for (const content of [{ birth: born(2020) }, { childCare: "parent" }, { needFlags: ["child_not_parent"] }])
    expect(waits(withdraw(aDocument("person", "1", content), "ben", 2))).toEqual([false, true]);
  expect(waits(withdraw(aDocument("person", "1", { birth: born(1990) }), "ben", 2))).toEqual([true, false]);
});

test("Whatever is corrected of a child whose withdrawal waits, it goes on waiting", () => {
  const alone = aDocument("person", "1", { birth: born(2020), childCare: "nobody", needFlags: ["child_alone"] });
  for (const before of [child, alone])
    for (const change of [
      { childCare: "relative" },
      { childCare: undefined },
      { birth: born(1990) },
      { birth: undefined },
    ]) {
      const asked = withdraw(before, "ben", 2);
      expect(waits(edit(asked, "ben", 3, { ...change, needFlags: undefined }))).toEqual([false, true]);
      for (const joined of bothWays(asked, edit(before, "eva", 3, change)))
        expect(waits(joined)).toEqual([false, true]);
    }
});

test("Noted as a child on another phone meanwhile: it waits on both", () => {
  const unknown = aDocument("person", "1", { givenName: "Міра" });
  for (const joined of bothWays(withdraw(unknown, "ben", 2), edit(unknown, "eva", 2, { birth: born(2020) })))
    expect(waits(joined)).toEqual([false, true]);
});

test("Withdrawn by an app that knows nothing of the question, a child waits all the same", () => {
  const older = { ...child, withdrawn: "mistake", withdrawnAt: at(2) } as Person;
  expect(waits(wrote(child, "ben", 2, { ok: true, value: older }))).toEqual([false, true]);
});

test("A lead's agreement holds for the withdrawal it was given to, and for none that is written later under the same hour", () => {
  const asked = withdraw(child, "ben", 2);
  const agreed = wrote(asked, "lea", 3, agreeToWithdrawal(asked, nowhere, said, { by: "lea" }));
  expect(waits(agreed)).toEqual([true, false]);
  expect(waits(edit(agreed, "lea", 4, { originSettlement: "Львів" }))).toEqual([true, false]);
  const back = wrote(agreed, "ben", 4, bringBackPerson(agreed, true));
  expect(waits(back)).toEqual([false, false]);
  const replayed = { ...back, withdrawn: "mistake", withdrawnAt: back.withdrawalSeen } as Person;
  expect(waits(wrote(back, "ben", 5, { ok: true, value: replayed }))).toEqual([false, true]);
  const left = wrote(agreed, "ben", 4, { ok: true, value: { ...agreed, withdrawn: undefined } as unknown as Person });
  expect(waits(wrote(left, "ben", 5, { ok: true, value: { ...left, withdrawn: "mistake" } as Person }))).toEqual([
    false,
    true,
  ]);
});

test("A lead withdraws a child whom another account registered; of their own they ask another lead", () => {
  expect(waits(withdraw(child, "lea", 2, { isLead: true }))).toEqual([true, false]);
  expect(waits(withdraw(child, child.createdBy, 2, { isLead: true }))).toEqual([false, true]);
});

test("Withdrawn on two phones: reason, hour and what was said are those of one of them", () => {
  const woman = aDocument("person", "1", { birth: born(1990) });
  const ben = withdraw(woman, "ben", 2, { note: "Де вона" });
  const eva = withdraw(woman, "eva", 3, { reason: "registered_twice", note: "" });
  for (const { withdrawn, withdrawnAt, withdrawnNote } of bothWays(ben, eva))
    expect([withdrawn, withdrawnAt, withdrawnNote]).toEqual(["registered_twice", at(3), ""]);
});
