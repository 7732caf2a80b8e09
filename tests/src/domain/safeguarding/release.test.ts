import { expect, test } from "vitest";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { person as kind, type Person } from "../../../../src/domain/model/kinds/person.ts";
import type { Safeguarding } from "../../../../src/domain/model/kinds/safeguarding.ts";
import { companyOf, isWithoutParent } from "../../../../src/domain/safeguarding/company.ts";
import {
  type AdultAnswer,
  confirmAdult,
  confirmationsFor,
  confirmOfAge,
  needsConfirmedAdult,
} from "../../../../src/domain/safeguarding/confirmation.ts";
import { noteWithoutParent } from "../../../../src/domain/safeguarding/note-without-parent.ts";
import { type Guard, releaseOf } from "../../../../src/domain/safeguarding/release.ts";
import { waitOf } from "../../../../src/domain/safeguarding/wait-of.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const today = "2026-11-24";
const at = `${today}T20:00:00.000Z`;
const born = (date: string) => ({ precision: "day", date }) as const;
const aPerson = (key: string, year: number, more: object = {}): Person =>
  aDocument("person", key, { groupId: "group:1", birth: born(`${year}-01-01`), ...more });
const child = aPerson("child", 2015, { noParentSince: at });
const aunt = aPerson("aunt", 1980);
const answer: AdultAnswer = {
  adult: { id: aunt._id, name: "Olha" },
  basis: "notarised_consent",
  papers: "notarised_statement",
  note: "",
};
const noted = (by: string, content: object): Safeguarding =>
  ({ ...aDocument("safeguarding", by, { site: "medyka", ...content }), createdBy: by }) as Safeguarding;
const confirmedBy = (by: string, more: Partial<AdultAnswer> = {}): Safeguarding => {
  const made = confirmAdult(child, "safeguarding:1", { ...answer, ...more }, { by, at });
  if (!made.ok) throw new Error(made.error.type);
  return noted(by, made.value.content);
};

test.each([
  [{ childCare: "parent" }, [1990], "parent"],
  [{ childCare: "guardian" }, [1960], "parent"],
  [{ childCare: "relative" }, [1990], "other_adult"],
  [{ childCare: "other_adult" }, [1990], "other_adult"],
  [{ childCare: "nobody" }, [1990], "nobody"],
  [{ childCare: "parent" }, [], "nobody"],
  [{ childCare: "parent" }, [2010], "nobody"],
  [{}, [1990], "parent"],
  [{}, [2007], "other_adult"],
  [{ needFlags: ["child_not_parent"] }, [1990], "other_adult"],
] as const)("Of a child of whom %j is written, with people born in %j: %s", (content, years, company) => {
  const one = aPerson("one", 2015, content);
  expect(companyOf(one, [one, ...years.map((year) => aPerson(`${year}`, year))], today)).toBe(company);
});

test("Somebody without an age looks after nobody, nor does who was struck out", () => {
  const unknown = aDocument("person", "unknown", { groupId: "group:1" });
  expect(isWithoutParent(aPerson("one", 2015), [unknown, { ...aunt, voided: "mistake" }], today)).toBe(true);
});

test("Nobody confirms an adult for a child whom they registered, or of whom they noted that it is alone", () => {
  const refusal = { ok: false, error: { type: "NeedsAnotherAccount" } };
  expect(confirmAdult(child, "safeguarding:1", answer, { by: child.createdBy, at })).toEqual(refusal);
  const registered = aPerson("other", 2015);
  const done = noteWithoutParent(registered, at);
  if (!done.ok) throw new Error();
  const byBen = nextVersion(kind.rule, registered, done.value, { by: "ben", device: "ben1", at }) as unknown as Person;
  expect(confirmAdult(byBen, "safeguarding:1", answer, { by: "ben", at })).toEqual(refusal);
  expect(confirmAdult(byBen, "safeguarding:1", answer, { by: byBen.createdBy, at })).toEqual(refusal);
  expect(confirmAdult(byBen, "safeguarding:1", answer, { by: "lea", at }).ok).toBe(true);
  expect(confirmOfAge(child, "safeguarding:1", "passport_entry", today, { by: child.createdBy, at })).toEqual(refusal);
});

test.each([
  [{ adult: { name: " - " } }, "AdultMissing"],
  [{ basis: undefined }, "BasisMissing"],
  [{ basis: "none" }, "BasisMissing"],
  [{ papers: undefined }, "PapersNotSeen"],
  [{ papers: "other" }, "WordsMissing"],
] as const)("An adult is confirmed with name, basis and papers: %j is refused", (lacking, type) => {
  expect(confirmAdult(child, "safeguarding:1", { ...answer, ...lacking }, { by: "lea", at })).toEqual({
    ok: false,
    error: { type },
  });
});

test("What counts as confirmed: by another account, of this child, not taken back", () => {
  const good = confirmedBy("lea");
  expect(confirmationsFor(child, [good])).toEqual([good]);
  const forged: readonly Partial<Safeguarding>[] = [
    { createdBy: child.createdBy },
    { personId: "person:another" },
    { voided: "mistake" },
    { basis: "none" },
    { event: "told" },
  ];
  for (const change of forged) expect(confirmationsFor(child, [{ ...good, ...change } as Safeguarding])).toEqual([]);
  const { papers: _papers, ...unseen } = good;
  expect(confirmationsFor(child, [unseen as Safeguarding])).toEqual([]);
});

test("A correction does not make a child that was alone free to go; papers of its age do, seen by another account", () => {
  const grown = { ...child, birth: born("1990-01-01"), childCare: "parent" } as Person;
  expect(needsConfirmedAdult(grown, [grown, aunt], [], today)).toBe(true);
  const seen = (by: string) => noted(by, { personId: child._id, event: "of_age", at, by, papers: "passport_entry" });
  expect(needsConfirmedAdult(grown, [grown, aunt], [seen(child.createdBy)], today)).toBe(true);
  expect(needsConfirmedAdult(grown, [grown, aunt], [seen("lea")], today)).toBe(false);
});

const guard: Guard = { needsConfirmedAdult: true, confirmed: [], own: [aunt._id] };

test("Without a parent a child goes with nobody but a confirmed adult; that it has gone is always noted", () => {
  const stop = { ok: false, error: { type: "AdultNotConfirmed" } };
  expect(releaseOf(guard, {}, [child._id, aunt._id])).toEqual(stop);
  expect(releaseOf(guard, { adultId: aunt._id, adultName: "Olha" }, [])).toEqual(stop);
  expect(releaseOf(guard, { released: "safeguarding:1" }, [])).toEqual(stop);
  expect(releaseOf(guard, { hasLeft: "..." }, [])).toEqual(stop);
  expect(releaseOf(guard, { hasLeft: "With a woman, by car" }, [])).toEqual({
    ok: true,
    value: { unconfirmed: true, note: "With a woman, by car" },
  });
  const confirmed = confirmationsFor(child, [confirmedBy("lea")]);
  const [released] = confirmed.map(({ _id }) => _id);
  expect(releaseOf({ ...guard, confirmed }, { released }, [])).toEqual({ ok: true, value: { released } });
});

test("With its parents here a child goes with an adult of its group, and with a stranger only where one is confirmed", () => {
  const own: Guard = { ...guard, needsConfirmedAdult: false };
  expect(releaseOf(own, {}, [child._id, aunt._id]).ok).toBe(true);
  expect(releaseOf(own, { adultId: aunt._id, adultName: "Olha" }, [])).toEqual({ ok: true, value: { note: "Olha" } });
  expect(releaseOf(own, { adultId: "person:stranger" }, [child._id]).ok).toBe(false);
});

test("Until somebody was told of a child it waits: a second person after half an hour, the protection officer after two", () => {
  const after = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  const level = (minutes: number) => waitOf(child, [], after(minutes))?.level;
  expect([0, 29, 30, 119, 120, 10_000].map(level)).toEqual(["soon", "soon", "late", "late", "overdue", "overdue"]);
  const told = noted("ben", { personId: child._id, event: "told", at, by: "ben", office: "police" });
  expect(waitOf(child, [told], after(60))).toBeUndefined();
  expect(waitOf(child, [{ ...told, voided: "mistake" }], after(60))?.level).toBe("late");
});
