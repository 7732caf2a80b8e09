import fc from "fast-check";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import type { KindName } from "../../../src/domain/model/kinds.ts";
import type { DeliveryState } from "../../../src/live/records.ts";
import { aDocument } from "../data/a-document.ts";

/** A version of a document that comes into a database: few ids, so that most of them replace another. */
export type SomeWrite = { readonly database: string; readonly document: object; readonly sending: DeliveryState };

const at = "2026-11-23T08:00:00.000Z";
const site = "medyka";
const id = (kind: string, most: number) => fc.integer({ min: 1, max: most }).map((key) => `${kind}:${key}`);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const moment = fc.integer({ min: 17, max: 24 }).map((day) => `2026-11-${day}T08:00:00.000Z`);
const [sites, trips] = [
  ["site-medyka", "site-medyka", "site-medyka", "site-lublin"],
  ["trip-1", "trip-2", "trip-3"],
];
const birth = fc.constantFrom("1980-05-12", "2015-05-12").map((date) => ({ precision: "day", date }));
const order = fc.integer({ min: 1, max: 4 });

type Part = { readonly most: number; readonly homes: readonly string[]; readonly content: fc.Arbitrary<object> };
const parts: Readonly<Partial<Record<KindName, Part>>> = {
  person: {
    most: 3,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      recordState: fc.constant("quick"),
      familyName: fc.constantFrom("А", "Б"),
      groupId: maybe(id("group", 2)),
      birth: maybe(birth),
      accompaniedBy: maybe(id("person", 3)),
      mergedInto: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: id("person", 3) }),
    }),
  },
  group: {
    most: 2,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      keepTogether: fc.constant(true),
      arrivedAt: moment,
      focalPersonId: maybe(id("person", 3)),
      counts: maybe(fc.constant({ "f|18_59": 3 })),
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

/** What becomes of a version: mostly nothing; else taken back, erased, broken, disputed or made by a newer app. */
const fates: Readonly<Record<string, (document: Document) => object>> = {
  sound: (document) => document,
  voided: (document) => ({ ...document, voided: "mistake" }),
  erased: (document) => ({ ...document, erased: { why: "expired", at: "2026-11-24" } }),
  broken: (document) => ({ ...document, personId: 5, stayId: 5, tripId: 5, groupId: 5, code: 5 }),
  disputed: (document) => withTwoValues(document, disputedField[document.kind] ?? "note"),
  newer: (document) => ({ ...document, v: 9 }),
};
const disputedField: Readonly<Record<string, string>> = {
  person: "familyName",
  stay: "bedId",
  line: "groupId",
  trip: "departAt",
};
const withTwoValues = (document: Document, field: string): object => {
  const { stamps } = document;
  const rivals = {
    [field]: [
      ["9.devb", document[field]],
      ["8.deva", "x"],
    ],
  };
  const edits = { ...stamps.edits, "9.devb": ["ben", at], "8.deva": ["ann", at] };
  const own = { ...stamps.own, [field]: "9.devb" };
  return { ...document, rivals, stamps: { ...stamps, own, seen: { ...stamps.seen, deva: 8, devb: 9 }, edits } };
};
const fate = fc.oneof(
  { weight: 4, arbitrary: fc.constant("sound") },
  { weight: 1, arbitrary: fc.constantFrom("disputed", ...Object.keys(fates)) },
);

const sending: fc.Arbitrary<DeliveryState> = fc.constantFrom<DeliveryState>(
  { state: "sent" },
  { state: "sent" },
  { state: "savedHere" },
  { state: "needsAttention", reason: "x", at },
);

type Draft = { readonly database: string; readonly document: Document; readonly sending: DeliveryState };

const draftOf = ([kind, { most, homes, content }]: [string, Part]): fc.Arbitrary<Draft> =>
  fc
    .record({
      ...{ key: fc.integer({ min: 1, max: most }), database: fc.constantFrom(...homes), content, sending },
      phone: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ key, database, content: of, sending: state, phone }) => {
      const author = { by: "ann", device: `dev${phone}`, at };
      const id = `${kind.replace("rollCall", "roll-call")}:${key}`;
      return { database, document: firstVersion({ name: kind, version: 1 }, id, { ...of }, author), sending: state };
    });

/** A new version, or, often, something else that becomes of one that came before (`again`, counted back). */
const step = fc.record({
  draft: fc.oneof(...Object.entries(parts).map(draftOf)),
  fate,
  again: fc.option(fc.record({ back: fc.nat({ max: 40 }), fate: fc.constantFrom(...Object.keys(fates)) })),
});

/** What is there before: people in beds, two of them in one, a bus that somebody boards. */
const world: readonly Omit<Draft, "sending">[] = [
  ...[aDocument("room", "1"), aDocument("bed", "1"), aDocument("bed", "2")].map((document) => ({
    database: "directory",
    document,
  })),
  ...["1", "2", "3"]
    .flatMap((key) => [
      aDocument("person", key, { groupId: "group:1" }),
      aDocument("stay", key, { personId: `person:${key}`, bedId: key === "3" ? "bed:2" : "bed:1", roomId: "room:1" }),
      aDocument("presence", key, {
        ...{ site, personId: `person:${key}`, stayId: `stay:${key}`, event: "check_in", order: 1, at, by: "ann" },
      }),
    ])
    .map((document) => ({ database: "site-medyka", document })),
  ...[
    aDocument("trip", "1"),
    aDocument("line", "1", { personId: "person:1" }),
    aDocument("scan", "1", { lineId: "line:1", event: "board" }),
  ].map((document) => ({ database: "trip-1", document })),
];

/** That, and then whatever comes, at most so much. */
export const someWrites = (most: number): fc.Arbitrary<readonly SomeWrite[]> =>
  fc.array(step, { minLength: 1, maxLength: most, size: "max" }).map((steps) => {
    const drafts = [...world, ...steps.map(({ draft }) => draft)];
    const coming = steps.map(({ draft, again, ...one }, place): SomeWrite => {
      const now = world.length + place;
      const earlier = again && drafts[now - 1 - (again.back % now)];
      const { database, document } = earlier ?? draft;
      const become = fates[earlier ? again.fate : one.fate];
      return { database, document: become?.(document) ?? document, sending: draft.sending };
    });
    return [...world.map((draft): SomeWrite => ({ ...draft, sending: { state: "sent" } })), ...coming];
  });
