import { expect, test } from "vitest";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { type Author, firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { takeIncident } from "../../../../src/domain/safeguarding/incidents.ts";
import { childrenToProtect } from "../../../../src/live/safeguarding/children-to-protect.ts";
import { openIncidents } from "../../../../src/live/safeguarding/protected-child.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const today = "2026-11-24";
const at = (hour: number) => `2026-11-24T${String(hour).padStart(2, "0")}:00:00.000Z`;
const author = (by: string, hour: number): Author => ({ by, device: `${by}1`, at: at(hour) });
const born = (year: number) => ({ birth: { precision: "day", date: `${year}-01-01` } });
const directory = [aDocument("room", "1"), aDocument("room", "2"), aDocument("bed", "1"), aDocument("bed", "2")];
const other = aDocument("bed", "3", { roomId: "room:2" });
const child = aDocument("person", "child", { groupId: "group:1", noParentSince: at(8), ...born(2015) });
const man = aDocument("person", "man", { groupId: "group:2", ...born(1980) });

/** In a bed, by an account at an hour. */
const inBed = (person: Person, bed: string, by: string, hour: number) => {
  const key = person._id.slice("person:".length);
  const content = { site: "medyka", personId: person._id, bedId: bed, roomId: "room:1" };
  const event = { site: "medyka", personId: person._id, stayId: `stay:${key}.medyka.1`, event: "check_in", order: 1 };
  return [
    firstVersion(kinds.stay, `stay:${key}.medyka.1`, content, author(by, hour)),
    firstVersion(kinds.presence, `presence:${key}.1`, { ...event, at: at(hour), by }, author(by, hour)),
  ] as const;
};
const noted = (by: string, hour: number, content: object) =>
  firstVersion(
    kinds.safeguarding,
    `safeguarding:${by}${hour}`,
    { site: "medyka", personId: child._id, at: at(hour), by, ...content },
    author(by, hour),
  );
const openIn = (...documents: readonly object[]) => {
  const records = aRecords({ directory: [...directory, other], "site-medyka": [child, man, ...documents] });
  return childrenToProtect(records, "medyka", today).flatMap((one) => openIncidents(one));
};
const idsIn = (...documents: readonly object[]) => openIn(...documents).map(({ id }) => id);
const [childs, mans] = [inBed(child, "bed:1", "ann", 10), inBed(man, "bed:2", "ben", 11)];
const both = [...childs, ...mans];
const incident = "person:child room:1";

test("Two phones put a child and a strange man into one room unseen of each other: it stands as an incident until a third account takes charge", () => {
  expect(openIn(...childs)).toEqual([]);
  expect(openIn(...both)).toMatchObject([{ id: incident, what: "room", notFor: ["ann", "ben"] }]);
  const [open] = openIn(...both);
  for (const [by, isOpen] of [
    ["ann", true],
    ["ben", true],
    ["lea", false],
  ] as const) {
    const taken = { event: "incident_taken", incident, note: "I move him" };
    expect([by, idsIn(...both, noted(by, 12, taken))]).toEqual([by, isOpen ? [incident] : []]);
    const doing = { by, at: at(12) };
    expect(open && takeIncident(child, open, "safeguarding:x", "I move him", doing).ok).toBe(!isOpen);
  }
  expect(idsIn(...both, noted("lea", 9, { event: "incident_taken", incident, note: "beforehand" }))).toEqual([
    incident,
  ]);
});

test("Who takes charge and gives somebody a bed there afterwards has taken charge all the same", () => {
  const woman = aDocument("person", "woman", { groupId: "group:3", ...born(1980) });
  const taken = noted("lea", 12, { event: "incident_taken", incident, note: "I watch over her" });
  expect(idsIn(...both, taken, woman, ...inBed(woman, "bed:2", "lea", 13))).toEqual([]);
});

test("Where it was answered since the child lies there who watches over it, that is the incident", () => {
  const answer = noted("ben", 11, { event: "shares_room", note: "Olena of the night shift" });
  expect(idsIn(...both, answer)).toEqual([answer._id]);
  const earlier = noted("ben", 9, { event: "shares_room", note: "Olena of the night shift" });
  expect(idsIn(...both, earlier).sort()).toEqual([incident, earlier._id].sort());
});

test("A child that is given another bed is asked about anew, and who gave it is none to take charge", () => {
  const [stay, event] = inBed(child, "bed:3", "ann", 7);
  const moved = nextVersion(kinds.stay.rule, stay, { ...stay, bedId: "bed:1" }, author("eva", 12));
  const answer = noted("ann", 8, { event: "shares_room", note: "Olena of the night shift" });
  const charge = noted("lea", 9, { event: "incident_taken", incident: answer._id, note: "I watch over her" });
  expect(openIn(moved, event, ...mans, answer, charge)).toMatchObject([{ id: incident, notFor: ["eva", "ben"] }]);
});

test("It ends once the man lies elsewhere, is confirmed for the child, or turns out to be of its family", () => {
  const moved = nextVersion(kinds.stay.rule, mans[0], { ...mans[0], bedId: "bed:3" }, author("lea", 12));
  expect(idsIn(...childs, moved, mans[1])).toEqual([]);
  const adult = { adultId: man._id, adultName: "Petro", basis: "relative_listed", papers: "birth_certificate" };
  expect(idsIn(...both, noted("lea", 12, { event: "adult_confirmed", ...adult }))).toEqual([]);
  const boy = { ...man, ...born(2012) };
  expect(idsIn(...both, boy)).toEqual([]);
});

test("A child that two phones put into beds is told by the bed that is shown, whoever comes first", () => {
  const [stay, event] = childs;
  const elsewhere = firstVersion(
    kinds.stay,
    stay._id,
    { site: "medyka", personId: child._id, bedId: "bed:3", roomId: "room:2" },
    author("eva", 10),
  );
  const [one, two] = [merge(kinds.stay.rule, stay, elsewhere), merge(kinds.stay.rule, elsewhere, stay)];
  expect(idsIn(one, event, ...mans)).toEqual(idsIn(two, event, ...mans));
});
