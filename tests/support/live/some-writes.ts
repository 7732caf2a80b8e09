import fc from "fast-check";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import type { KindName } from "../../../src/domain/model/kinds.ts";
import type { DeliveryState } from "../../../src/live/records.ts";

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
    most: 4,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      recordState: fc.constant("quick"),
      familyName: fc.constantFrom("А", "Б"),
      groupId: maybe(id("group", 2)),
      birth: maybe(birth),
      accompaniedBy: maybe(id("person", 4)),
      mergedInto: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: id("person", 4) }),
    }),
  },
  group: {
    most: 2,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      keepTogether: fc.constant(true),
      arrivedAt: moment,
      focalPersonId: maybe(id("person", 4)),
      counts: maybe(fc.constant({ "f|18_59": 3 })),
    }),
  },
  stay: {
    most: 4,
    homes: sites,
    content: fc.record({
      site: fc.constant(site),
      personId: id("person", 4),
      bedId: maybe(id("bed", 3)),
      roomId: maybe(id("room", 2)),
    }),
  },
  presence: {
    most: 12,
    homes: sites,
    content: fc.record({
      ...{ site: fc.constant(site), personId: id("person", 4), order, at: moment, by: fc.constant("ann") },
      stayId: maybe(id("stay", 4)),
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
      childrenStay: maybe(id("person", 4).map((child) => [child])),
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
      personId: maybe(id("person", 4)),
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
  { weight: 3, arbitrary: fc.constant("sound") },
  { weight: 1, arbitrary: fc.constantFrom("disputed", ...Object.keys(fates)) },
);

const sending: fc.Arbitrary<DeliveryState> = fc.constantFrom<DeliveryState>(
  { state: "sent" },
  { state: "sent" },
  { state: "savedHere" },
  { state: "needsAttention", reason: "x", at },
);

const writeOf = ([kind, { most, homes, content }]: [string, Part]): fc.Arbitrary<SomeWrite> =>
  fc
    .record({
      ...{ key: fc.integer({ min: 1, max: most }), database: fc.constantFrom(...homes), content, fate, sending },
      phone: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ key, database, content: of, fate: name, sending: state, phone }) => {
      const named = { name: kind, version: 1 };
      const author = { by: "ann", device: `dev${phone}`, at };
      const document = firstVersion(named, `${kind.replace("rollCall", "roll-call")}:${key}`, { ...of }, author);
      return { database, document: (fates[name] ?? fates.sound)?.(document) ?? document, sending: state };
    });

export const someWrite: fc.Arbitrary<SomeWrite> = fc.oneof(...Object.entries(parts).map(writeOf));
