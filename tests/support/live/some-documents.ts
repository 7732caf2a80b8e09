import fc from "fast-check";
import type { KindName } from "../../../src/domain/model/kinds.ts";

export const at = "2026-11-23T08:00:00.000Z";
export const site = "medyka";
const id = (kind: string, most: number) => fc.integer({ min: 1, max: most }).map((key) => `${kind}:${key}`);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const moment = fc.integer({ min: 17, max: 24 }).map((day) => `2026-11-${day}T08:00:00.000Z`);
const [sites, trips] = [
  ["site-medyka", "site-medyka", "site-medyka", "site-lublin"],
  ["trip-1", "trip-2", "trip-3"],
];
const birth = fc.constantFrom("1980-05-12", "2015-05-12").map((date) => ({ precision: "day", date }));
const confirmed = ["adult_confirmed", "adult_confirmed", "adult_confirmed"];
const order = fc.integer({ min: 1, max: 4 });

/** How many documents there are of a kind, where they come, and what stands in them: few ids, so that most versions replace another. */
export type Part = { readonly most: number; readonly homes: readonly string[]; readonly content: fc.Arbitrary<object> };
export const parts: Readonly<Partial<Record<KindName, Part>>> = {
  person: {
    most: 3,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      recordState: fc.constant("quick"),
      familyName: fc.constantFrom("А", "Б"),
      cards: maybe(fc.constant(["100300253"])),
      lostCards: fc.constantFrom(undefined, undefined, ["100300253"]),
      groupId: maybe(id("group", 2)),
      birth: maybe(birth),
      accompaniedBy: maybe(id("person", 3)),
      withdrawn: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant("mistake") },
      ),
      withdrawnAt: fc.constant(at),
      withdrawalAsks: fc.constantFrom(undefined, undefined, at),
      withdrawalSeen: fc.constantFrom(undefined, at),
      needFlags: maybe(fc.constant(["child_alone"])),
      noParentSince: fc.constantFrom(undefined, undefined, at),
      mergedInto: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: id("person", 3) }),
      mergedFrom: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: id("person", 3).map((one) => [one]) },
      ),
      sameAsks: maybe(id("person", 3).map((other) => [{ other, by: "ann", at, question: "" }])),
      notSame: maybe(id("person", 3).map((one) => [one])),
    }),
  },
  group: {
    most: 2,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      keepTogether: fc.constant(true),
      arrivedAt: moment,
      groupNo: maybe(fc.constant("100300253")),
      linkedGroups: maybe(id("group", 2).map((groupId) => [{ groupId, reason: "other" }])),
      focalPersonId: maybe(id("person", 3)),
      counts: maybe(fc.constantFrom({ "f|18_59": 3 }, { "f|18_59": 1 }, { "f|5_11": 2 })),
      voided: fc.constantFrom(undefined, undefined, undefined, "duplicate"),
    }),
  },
  stay: {
    most: 3,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      personId: id("person", 3),
      bedId: maybe(id("bed", 2)),
      roomId: maybe(id("room", 2)),
    }),
  },
  sealedNote: {
    most: 3,
    homes: sites,
    content: fc.record({
      ...{ site: fc.constant(site), personId: id("person", 3), at: moment },
      box: fc.constantFrom(undefined, "AAAA"),
    }),
  },
  confidentialNote: {
    most: 3,
    homes: ["care-medyka", "care-medyka", "protection-org-1"],
    content: fc.record({
      ...{ site: fc.constant(site), personId: id("person", 3), at: moment, by: fc.constant("ann") },
      topic: fc.constantFrom("health", "talk_private", "child_alone"),
      settled: fc.constantFrom(undefined, true),
    }),
  },
  child: {
    most: 3,
    homes: ["protection-org-1"],
    content: fc.integer({ min: 1, max: 3 }).map((key) => ({ site, personId: `person:${key}`, familyName: "А" })),
  },
  safeguarding: {
    most: 4,
    homes: sites,
    content: fc.record({
      ...{ site: fc.constant(site), personId: id("person", 3), at: moment, by: fc.constant("ann") },
      event: fc.constantFrom(...confirmed, "told", "of_age", "shares_room", "incident_taken", "incident_taken"),
      incident: maybe(id("presence", 9)),
      note: fc.constant("x"),
      adultName: fc.constant("Olha"),
      basis: fc.constantFrom(...confirmed.map(() => "with_parent"), "none"),
      papers: fc.constant("court_order"),
    }),
  },
  presence: {
    most: 9,
    homes: sites,
    content: fc.record({
      ...{ site: fc.constant(site), personId: id("person", 3), order, at: moment, by: fc.constant("ann") },
      stayId: maybe(id("stay", 3)),
      rollCallId: maybe(id("roll-call", 2)),
      event: fc.constantFrom(
        "check_in",
        "check_in",
        "check_out",
        "leave_start",
        "absent",
        "hospital_start",
        "seen",
        "missing",
      ),
      reason: maybe(fc.constantFrom("left_no_notice", "hospital_long")),
      released: maybe(id("safeguarding", 3)),
      unconfirmed: fc.constantFrom(undefined, undefined, true),
      childrenStay: maybe(id("person", 3).map((child) => [child])),
    }),
  },
  rollCall: {
    most: 2,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      type: fc.constant("evening"),
      startedAt: moment,
      expectedCount: fc.constant(1),
      by: fc.constant("ann"),
    }),
  },
  trip: {
    most: 3,
    homes: [...sites, ...trips],
    content: fc.record({
      ...{ site: fc.constant(site), tripNo: fc.constant("1"), stops: fc.constant([]), seatsUsable: fc.constant(8) },
      departAt: moment,
      vehicleId: maybe(id("vehicle", 2)),
      driverIds: maybe(id("driver", 2).map((driver) => [driver])),
      status: fc.constantFrom("draft", "boarding", "closed", "cancelled"),
    }),
  },
  handedIn: {
    most: 2,
    homes: sites,
    content: fc.record({
      ...{ site: fc.constant(site), at: moment, by: fc.constant("ann"), handedBy: fc.constant("ann") },
      ...{ database: fc.constant("site-medyka"), why: fc.constant("unproven"), record: fc.constantFrom("{}", "{") },
      taken: maybe(fc.boolean()),
    }),
  },
  line: {
    most: 6,
    homes: [...sites, ...trips],
    content: fc.record({
      ...{ site: fc.constant(site), passenger: fc.constant({ child: false }) },
      tripId: id("trip", 3),
      personId: maybe(id("person", 3)),
      groupId: maybe(id("group", 2)),
      seat: maybe(fc.integer({ min: 1, max: 3 })),
      status: fc.constantFrom("booked", "cancelled"),
    }),
  },
  scan: {
    most: 10,
    homes: [...trips, "site-medyka"],
    content: fc.record({
      ...{ site: fc.constant(site), order, at: moment, by: fc.constant("ann") },
      tripId: id("trip", 3),
      lineId: maybe(id("line", 6)),
      event: fc.constantFrom("board", "board", "unboard", "no_show", "depart", "arrive"),
      counted: fc.constant(1),
    }),
  },
  room: {
    most: 2,
    homes: ["directory"],
    content: fc.record({
      site: fc.constantFrom(site, "lublin"),
      code: fc.constantFrom("1", "2"),
      roomType: fc.constant("family"),
    }),
  },
  bed: {
    most: 3,
    homes: ["directory"],
    content: fc.record({
      site: fc.constantFrom(site, site, "lublin"),
      code: fc.constantFrom("1", "2"),
      roomId: id("room", 2),
      blocked: maybe(fc.boolean()),
      bedKind: maybe(fc.constant("double")),
    }),
  },
  site: {
    most: 1,
    homes: ["directory"],
    content: fc.record({
      site: fc.constant(site),
      name: fc.constantFrom("A", "B"),
      type: fc.constant("shelter"),
      orgId: fc.constant("organisation:1"),
      protected: fc.constant(false),
      status: fc.constant("open"),
      wipesByHolding: maybe(fc.boolean()),
    }),
  },
  vehicle: {
    most: 2,
    homes: ["directory"],
    content: fc.record({
      plate: fc.constantFrom("RZ 1", "RZ 2"),
      plateCountry: fc.constant("POL"),
      plateKey: fc.constant("RZ1"),
      type: fc.constant("van"),
      seats: fc.constant(8),
    }),
  },
  driver: { most: 2, homes: ["directory"], content: fc.record({ status: fc.constantFrom("approved", "suspended") }) },
};
