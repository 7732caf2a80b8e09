import { expect, test } from "vitest";
import { addMember } from "../../../../src/domain/intake/add-member.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { isWithoutParent } from "../../../../src/domain/safeguarding/company.ts";
import { confirmOfAge, needsConfirmedAdult } from "../../../../src/domain/safeguarding/confirmation.ts";
import { unnotedWithoutParent } from "../../../../src/domain/safeguarding/note-without-parent.ts";
import { importLine } from "../../../../src/domain/transport/booking.ts";
import { isChildStop } from "../../../../src/domain/transport/child-stop.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const today = "2026-11-24";
const at = "2026-11-24T08:00:00.000Z";
const born = (year: number) => ({ birth: { precision: "day", date: `${year}-01-01` } });
const aPerson = (key: string, more: object = {}): Person => aDocument("person", key, { groupId: "group:1", ...more });

test("a child is moved from its mother into the group of a strange man: it is noted", () => {
  const [mother, child] = [aPerson("m", born(1985)), aPerson("c", born(2015))];
  const man = aPerson("man", { groupId: "group:2", ...born(1970) });
  const moved = { ...child, groupId: "group:2" } as Person;
  const noted = unnotedWithoutParent([[mother, child], [man]], [[mother], [man, moved]], today);
  expect(noted.length > 0 || needsConfirmedAdult(moved, [man, moved], [], today)).toBe(true);
});

test("the mother is moved out after a strange man was added: whoever is named for the child counts, not any adult", () => {
  const mother = aPerson("m", born(1985));
  const child = aPerson("c", { ...born(2015), childCare: "parent", accompaniedBy: mother._id });
  const man = aPerson("man", born(1970));
  const noted = unnotedWithoutParent([[mother, child, man]], [[child, man]], today);
  expect(noted.length > 0 || isWithoutParent(child, [child, man], today)).toBe(true);
});

test("a counted family is named one by one, the child first: its mother, added next, is enough", () => {
  const group = aDocument("group", "1", {
    site: "medyka",
    arrivedAt: at,
    keepTogether: true,
    counts: { "f|18_59": 1, "m|5_11": 1 },
  });
  const typed = {
    ...{ id: "person:c", sex: "m", band: "5_11", needFlags: [], childCare: "parent" },
    ...{ familyName: "Коваль", givenName: "Іван", age: "7" },
  } as never;
  const made = addMember(typed, { group, members: [] }, { site: "medyka", today }, { by: "ann", at });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const child = { ...aPerson("c", born(2019)), ...made.value.content, _id: "person:c" } as unknown as Person;
  const mother = aPerson("m", born(1990));
  expect(needsConfirmedAdult(child, [mother, child], [], today)).toBe(false);
});

test("a woman without an age beside a child of whom 'parent' was answered: her age, typed a minute later, ends it", () => {
  const child = aPerson("c", { ...born(2015), childCare: "parent" });
  const noted = unnotedWithoutParent([], [[aPerson("m"), child]], today).includes(child._id);
  const now = { ...child, ...(noted && { noParentSince: at }) } as Person;
  expect(needsConfirmedAdult(now, [aPerson("m", born(1990)), now], [], today)).toBe(false);
});

test("nobody is noted as of age whose record says that it is five years old", () => {
  const child = aPerson("c", { noParentSince: at, ...born(2021) });
  expect(confirmOfAge(child, "safeguarding:1", "birth_certificate", today, { by: "lea", at }).ok).toBe(false);
});

test("an imported line of a child that is noted here without a parent is a stop at the door, whatever the file says", () => {
  const child = aPerson("c", { noParentSince: at, childCare: "nobody", ...born(2015) });
  const made = importLine(aDocument("trip", "1"), { person: child, basis: "with_parent", needs: [] }, today);
  if (!made.ok) return;
  expect(isChildStop(aDocument("line", "1.c", made.value.content))).toBe(true);
});

test("a mother of 33 and her son of 17 whom nobody asked about; a mother who bore at 15", () => {
  expect(isWithoutParent(aPerson("c", born(2009)), [aPerson("m", born(1993))], today)).toBe(false);
  expect(isWithoutParent(aPerson("d", born(2011)), [aPerson("m", born(1996))], today)).toBe(false);
});
