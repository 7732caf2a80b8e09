import { deepEqual } from "../../src/domain/merge/deep-equal.ts";
import { deviceBehind, deviceOf, newerStamp, type Stamp, vectorIncludes } from "../../src/domain/merge/stamps.ts";
import { type Writes, writesOf } from "../../src/domain/merge/writes.ts";
import { contentFields, type Document } from "../../src/domain/model/document.ts";
import { isReadable } from "../../src/domain/model/is-readable.ts";
import { kindNamed } from "../../src/domain/model/kinds.ts";
import type { Fact } from "./entry.ts";
import type { EnteredStamps } from "./entry-index.ts";

/** One revision with its content and that of the one before it, as far as the store still has them. */
export type Revision = {
  readonly database: string;
  readonly id: string;
  readonly rev: string;
  readonly document: object | undefined;
  readonly before: object | undefined;
};

/**
 * Who changed which fields: one fact for each hand whose writes are not in `seen`, which is one for nearly every revision. What
 * changed without a stamp is nobody's, and so is a revision that changed nothing or whose content is gone: it is entered too.
 * None for a phone that was merely heard.
 */
export const factsOf = (revision: Revision, seen: EnteredStamps): readonly Fact[] => {
  const { database, id, rev, document, before } = revision;
  const place = { database, id, rev };
  if (!document) return [{ ...nobody, ...place, fields: [] }];
  if ("_deleted" in document) return [{ ...nobody, ...place, fields: ["deleted"] }];
  if (!isReadable(document)) {
    const fields = namesOf(document, differing(document, before ?? {}));
    return isMereContact(fields) ? [] : [{ ...nobody, ...place, fields }];
  }
  const signed = signedIn(document, seen).map((hand) => ({
    ...hand,
    device: hand.device === null ? null : deviceBehind(hand.device, database),
    ...place,
    fields: namesOf(document, hand.fields),
  }));
  const unsigned = before && isReadable(before) ? alteredIn(document, before, seen) : [];
  if (signed.length > 0 && unsigned.length === 0) return signed;
  return [...signed, { ...nobody, ...place, fields: namesOf(document, unsigned) }];
};

type Hand = Pick<Fact, "by" | "device" | "written" | "stamps" | "fields">;

const nobody = { by: null, device: null, written: null, stamps: [] } as const;

type Signed = {
  readonly by: string | null;
  readonly device: string;
  readonly stamps: Set<Stamp>;
  readonly fields: string[];
};

const signedIn = (document: Document, seen: EnteredStamps): readonly Hand[] => {
  const hands = new Map<string, Signed>();
  // Most fields are written under one stamp.
  const byStamp = new Map<Stamp, Signed | undefined>();
  const handOf = (stamp: Stamp): Signed | undefined => {
    if (byStamp.has(stamp)) return byStamp.get(stamp);
    const hand = vectorIncludes(seen, stamp) ? undefined : handIn(hands, document, stamp);
    byStamp.set(stamp, hand);
    return hand;
  };
  for (const [field, stamps] of stampsOf(document))
    for (const hand of new Set(stamps.map(handOf))) hand?.fields.push(field);
  return [...hands.values()].map(({ by, device, stamps, fields }) => {
    const written = document.stamps.edits[[...stamps].reduce(newerStamp)]?.[1] ?? "";
    return { by, device, written: instant.test(written) ? written : null, stamps: [...stamps], fields };
  });
};

const handIn = (hands: Map<string, Signed>, { stamps: { edits } }: Document, stamp: Stamp): Signed => {
  const [by, device] = [edits[stamp]?.[0] ?? null, deviceOf(stamp)];
  const name = JSON.stringify([by, device]);
  const hand = hands.get(name) ?? { by, device, stamps: new Set(), fields: [] };
  hand.stamps.add(stamp);
  hands.set(name, hand);
  return hand;
};

/** Under which stamps each field was written; of what was written in one go, which is most of what comes, without the detour. */
const stampsOf = (document: Document): Iterable<readonly [field: string, stamps: readonly Stamp[]]> => {
  const { base, own } = document.stamps;
  if (!own && !document.rivals) return contentFields(document).map((field) => [field, [base]]);
  return [...writesOf(document)].map(([field, values]) => [field, [...values.keys()]]);
};

/** Fields whose value is another one under the same stamp: no phone writes so. */
const alteredIn = (document: Document, before: Document, seen: EnteredStamps): readonly string[] => {
  const known: Writes = writesOf(before);
  return [...writesOf(document)].flatMap(([field, values]) => {
    const isAltered = [...values].some(([stamp, [, value]]) => {
      const there = known.get(field)?.get(stamp);
      return there !== undefined && vectorIncludes(seen, stamp) && !deepEqual(there[1], value);
    });
    return isAltered ? [field] : [];
  });
};

const differing = (document: object, before: object): readonly string[] => {
  const [now, then] = [document, before] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].filter(
    (field) => !field.startsWith("_") && !deepEqual(now[field], then[field]),
  );
};

const isMereContact = (fields: readonly string[]): boolean => fields.length === 1 && fields[0] === "lastAt";

/** In order. A name that no kind has may be anything, a person's too: it is called `other`. */
const namesOf = (document: object, fields: readonly string[]): readonly string[] => {
  const { kind, type } = document as { readonly kind?: unknown; readonly type?: unknown };
  const known = typeof kind === "string" ? kindNamed(kind) : undefined;
  const names = fields.map((field) => {
    if (known && (Object.hasOwn(known.fields, field) || everywhere.has(field))) return field;
    return !known && (type === "user" ? ofAccounts : ofPhones).has(field) ? field : "other";
  });
  return [...new Set(names)].sort();
};

const everywhere: ReadonlySet<string> = new Set(["voided", "erased"]);
const ofAccounts: ReadonlySet<string> = new Set(
  "type name roles until derived invitation ended formerRoles derived_key salt iterations pbkdf2_prf password_scheme".split(
    " ",
  ),
);
const ofPhones: ReadonlySet<string> = new Set(
  "device account label name firstAt lastAt wipeAt toldAt reset databases".split(" "),
);

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
