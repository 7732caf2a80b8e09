import fc from "fast-check";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import type { DeliveryState } from "../../../src/live/records.ts";
import { aDocument } from "../data/a-document.ts";

/** A version of a document that comes into a database: few ids, so that most of them replace another. */
export type SomeWrite = { readonly database: string; readonly document: object; readonly sending: DeliveryState };

import { at, type Part, parts, site } from "./some-documents.ts";

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
      const author = { by: phone > 5 ? "lea" : "ann", device: `dev${phone}`, at };
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
