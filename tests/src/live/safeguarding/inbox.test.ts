import { describe, expect, test } from "vitest";
import { resolveStay } from "../../../../src/domain/attention/contradicting-events.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { waitOf } from "../../../../src/domain/safeguarding/wait-of.ts";
import { knownToChildren } from "../../../../src/live/roster/known-to-children.ts";
import { childrenToProtect, countedWithoutAdult } from "../../../../src/live/safeguarding/children-to-protect.ts";
import { openIncidents, protectedChild } from "../../../../src/live/safeguarding/protected-child.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const today = "2026-11-24";
const at = "2026-11-24T08:00:00.000Z";
const born = (year: number) => ({ birth: { precision: "day", date: `${year}-01-01` } });
const childOf = (more: object = {}) =>
  aDocument("person", "c", { groupId: "group:1", noParentSince: at, ...born(2015), ...more });
const group = aDocument("group", "1", { site: "medyka", arrivedAt: at, keepTogether: true });
const stay = (number: number, more: object = {}) =>
  aDocument("stay", `c.medyka.${number}`, { personId: "person:c", ...more });
const presence = (order: number, event: string, by = "ann", more: object = {}) => ({
  ...aDocument("presence", `c.medyka.1.${order}.${event}`, {
    site: "medyka",
    personId: "person:c",
    stayId: "stay:c.medyka.1",
    event,
    order,
    at,
    by,
    ...more,
  }),
  createdBy: by,
});
const note = (key: string, by: string, content: object) => ({
  ...aDocument("safeguarding", key, { site: "medyka", personId: "person:c", at, by, ...content }),
  createdBy: by,
});
const confirmed = note("conf", "lea", {
  event: "adult_confirmed",
  adultName: "Olha",
  basis: "relative_listed",
  papers: "birth_certificate",
});
const inboxOf = (...documents: readonly object[]) =>
  childrenToProtect(aRecords({ "site-medyka": [group, ...documents] }), "medyka", today);
const incidentsIn = (...documents: readonly object[]) =>
  inboxOf(...documents).flatMap((one) => openIncidents(one).map(({ id }) => id));

describe("0 ways in which such a child stands in no inbox", () => {
  test("a child noted without a parent whose record is voided (undo of registering it, or a tampered app)", () => {
    expect(inboxOf({ ...childOf(), voided: "mistake" }).length).toBe(1);
  });

  test("a voided record of a child hides its open incident", () => {
    expect(
      incidentsIn(
        { ...childOf(), voided: "mistake" },
        stay(1),
        presence(1, "check_in"),
        presence(2, "check_out", "ann", { unconfirmed: true }),
      ),
    ).toContain("presence:c.medyka.1.2.check_out");
  });

  test("its age is overwritten and it is withdrawn as a duplicate without asking a lead", () => {
    const gone = aDocument("person", "c", {
      groupId: "group:1",
      noParentSince: at,
      ...born(1990),
      withdrawn: "registered_twice",
      withdrawnAt: at,
    });
    expect(inboxOf(gone).length).toBe(1);
  });

  test("it rides away on a bus without ever having had a bed, booked with_parent before it was noted", () => {
    const trip = aDocument("trip", "1");
    const line = aDocument("line", "1.c", {
      personId: "person:c",
      passenger: { child: true },
      childTravelBasis: "with_parent",
    });
    const board = aDocument("scan", "1", { lineId: "line:1.c", event: "board" });
    const depart = aDocument("scan", "2", { event: "depart", counted: 1, order: 2 });
    const records = aRecords({ "site-medyka": [group, childOf(), trip, line], "trip-1": [trip, board, depart, line] });
    expect(childrenToProtect(records, "medyka", today).length).toBe(1);
  });

  test("of three counted children one is named: the two others still wait", () => {
    const counted = aDocument("group", "1", {
      site: "medyka",
      arrivedAt: at,
      keepTogether: true,
      counts: { "f|5_11": 3 },
    });
    expect(countedWithoutAdult(aRecords({ "site-medyka": [counted] }), "medyka").length).toBe(1);
    const records = aRecords({ "site-medyka": [counted, childOf()] });
    expect(countedWithoutAdult(records, "medyka").length).toBe(1);
  });
});

describe("An incident is hidden or taken by nobody", () => {
  const left = presence(2, "check_out", "ann", { unconfirmed: true });

  test("by the account that noted it, voiding it (undo is offered to it for 15 minutes; a tampered app at any time)", () => {
    expect(incidentsIn(childOf(), stay(1), presence(1, "check_in"), { ...left, voided: "mistake" }).length).toBe(1);
  });

  test("a room among strangers: the event is voided, the child goes on sleeping there", () => {
    const shares = note("room", "ann", { event: "shares_room", note: "Olena" });
    expect(
      incidentsIn(childOf(), stay(1), presence(1, "check_in"), confirmed, { ...shares, voided: "mistake" }).length,
    ).toBe(1);
  });

  test("taken before it happened: the id of the next departure follows from the stay", () => {
    const early = note("early", "mallory", {
      event: "incident_taken",
      incident: "presence:c.medyka.1.2.check_out",
      at: "2026-11-24T06:00:00.000Z",
      note: "x",
    });
    expect(incidentsIn(childOf(), stay(1), presence(1, "check_in"), early, left)).toEqual([left._id]);
  });

  test("the child was taken by the one account that 'takes' it: taken with no words at all", () => {
    const empty = note("empty", "mallory", { event: "incident_taken", incident: left._id });
    expect(incidentsIn(childOf(), stay(1), presence(1, "check_in"), left, empty)).toEqual([left._id]);
  });

  test("control: once another account has taken charge of it, a child who has left waits no more", () => {
    const taken = note("taken", "lea", { event: "incident_taken", incident: left._id, note: "I call the police" });
    expect(inboxOf(childOf(), stay(1), presence(1, "check_in"), left, taken)).toEqual([]);
  });

  test("a family child that was noted as gone: its age is overwritten afterwards", () => {
    const mother = aDocument("person", "m", { groupId: "group:1", ...born(1985) });
    const now = aDocument("person", "c", { groupId: "group:1", ...born(1990) });
    expect(incidentsIn(now, mother, stay(1), presence(1, "check_in"), left)).toEqual([left._id]);
  });

  const silent = presence(2, "check_out", "mallory");
  const base = [childOf(), confirmed, presence(1, "check_in"), silent];
  test("a departure without the flag is an incident", () => {
    expect(incidentsIn(...base, stay(1))).toEqual([silent._id]);
  });
  test("an empty stay is opened after it", () => {
    expect(incidentsIn(...base, stay(1), stay(2))).toEqual([silent._id]);
  });
  test("its stay is voided", () => {
    expect(incidentsIn(...base, stay(1, { voided: "duplicate" }))).toEqual([silent._id]);
  });
  test("a return is noted after it, by the same account", () => {
    expect(incidentsIn(...base, stay(1), presence(3, "check_in", "mallory"))).toEqual([silent._id]);
  });

  test("of_age, tapped by a lead in the sheet of the adult, takes the open incident out of every inbox", () => {
    const ofAge = note("age", "lea", { event: "of_age", papers: "birth_certificate" });
    expect(incidentsIn(childOf(), stay(1), presence(1, "check_in"), left, ofAge)).toEqual([left._id]);
  });

  test("a departure with a confirmed adult, settled as right after a contradiction, is no incident", () => {
    const records = [childOf(), confirmed, stay(1), presence(1, "check_in")];
    const right = presence(2, "check_out", "ben", { released: confirmed._id });
    const made = resolveStay(
      { stay: stay(1), events: [presence(1, "check_in"), right, presence(2, "absent", "ann")] as never },
      right as never,
      [],
      { named: [], care: "" },
      { by: "lea", at },
    );
    if (!made.ok) throw new Error();
    const added = made.value.added[0]?.content as object;
    const again = { ...presence(3, "check_out", "lea", added), createdBy: "lea" };
    expect(incidentsIn(...records, right, again)).toEqual([]);
  });
});

describe("What no event tells is taken by its own id, by another account, and not beforehand", () => {
  const struckOut = { ...childOf(), voided: "mistake" };
  const taken = (by: string, incident: string, hour = "09") => ({
    ...note(`${by}-taken`, by, { event: "incident_taken", incident, note: "I call the police" }),
    createdAt: `2026-11-24T${hour}:00:00.000Z`,
  });
  test("Who struck the child out does not take charge of that", () => {
    expect(incidentsIn(struckOut, taken("ann", "person:c removed"))).toEqual(["person:c removed"]);
    expect(incidentsIn(struckOut, taken("lea", "person:c removed"))).toEqual([]);
  });
  test("Charge of a ride, or one that was taken before, is not charge of it", () => {
    expect(incidentsIn(struckOut, taken("lea", "person:c bus"))).toEqual(["person:c removed"]);
    expect(incidentsIn(struckOut, taken("lea", "person:c removed", "05"))).toEqual(["person:c removed"]);
  });
});

describe("The clock and the log", () => {
  test("a volunteer moves noParentSince into the future: the wait is never late", () => {
    const bumped = childOf({ noParentSince: "2026-12-24T08:00:00.000Z" }) as Person;
    expect(waitOf(bumped, [], "2026-11-24T12:00:00.000Z")?.level).toBe("overdue");
  });

  test("a volunteer's of_age or adult_confirmed without papers does not stop the clock", () => {
    for (const event of ["of_age", "adult_confirmed"])
      expect(
        waitOf(childOf() as Person, [note("x", "mallory", { event })] as never, "2026-11-24T12:00:00.000Z")?.level,
      ).toBe("overdue");
  });
});

describe("The stop", () => {
  test("a lone child moved into a stranger's group does not know him: a bed beside him is asked about", () => {
    const man = aDocument("person", "man", { groupId: "group:2", ...born(1970) });
    const moved = childOf({ groupId: "group:2" });
    const records = aRecords({ "site-medyka": [group, man, moved] });
    expect(knownToChildren(records, "medyka", today).get("person:c")).not.toContain("person:man");
  });
});

test("control: the plain case stands in the inbox", () => {
  expect(inboxOf(childOf()).length).toBe(1);
  const records = aRecords({ "site-medyka": [childOf()] });
  expect(protectedChild(records, childOf(), today)?.guard.needsConfirmedAdult).toBe(true);
});
