import { expect, test } from "vitest";
import { beginAnew } from "../../../../src/domain/attention/begin-anew.ts";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { type Author, firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { person as kind, type Person } from "../../../../src/domain/model/kinds/person.ts";
import { mayConfirm } from "../../../../src/domain/safeguarding/confirmation.ts";
import { noteWithoutParent } from "../../../../src/domain/safeguarding/note-without-parent.ts";

const at = (hour: number) => `2026-11-24T0${hour}:00:00.000Z`;
const author = (by: string, hour = 8): Author => ({ by, device: `${by}1`, at: at(hour) });
const child = firstVersion(kind, "person:c", { site: "medyka", recordState: "quick" }, author("ann")) as Person;
const noted = (by: string, hour: number) => {
  const done = noteWithoutParent(child, at(hour));
  if (!done.ok) throw new Error();
  return nextVersion(kind.rule, child, done.value, author(by, hour));
};
const accounts = ["ann", "ben", "eva", "lea"];
const confirming = (person: Person) => accounts.filter((by) => mayConfirm(person, by));

test("Two phones note unseen of each other that a child is alone: neither account confirms an adult for it, whichever was first", () => {
  const [bens, evas] = [noted("ben", 8), noted("eva", 9)];
  expect([confirming(bens), confirming(evas)]).toEqual([
    ["eva", "lea"],
    ["ben", "lea"],
  ]);
  const joined = merge(kind.rule, bens, evas);
  expect(joined.noParentSince).toBe(at(8));
  expect([confirming(joined), confirming(merge(kind.rule, evas, bens))]).toEqual([["lea"], ["lea"]]);
  const corrected = nextVersion(kind.rule, joined, { ...joined, familyName: "Koval" }, author("lea"));
  expect(confirming(corrected)).toEqual(["lea"]);
  expect(confirming(beginAnew(kind, joined, author("lea")).document as Person)).toEqual(["lea"]);
});
