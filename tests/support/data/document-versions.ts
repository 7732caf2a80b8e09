import fc from "fast-check";
import { deepEqual } from "../../../src/domain/merge/deep-equal.ts";
import { firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { type Kind, traitsOf } from "../../../src/domain/model/kind.ts";
import { eventKinds, serverFields, type WritableFields } from "../../../src/domain/rights/authority.ts";
import { contentOf } from "./schema-arbitraries.ts";

/** Whose documents: the account that wrote them, the site they belong to, the key in their id. */
export type Making = { readonly by: string; readonly site: string; readonly key: string; readonly seed: number };

export const aDocument = (kind: Kind, content: Content, { by, site, key }: Omit<Making, "seed">): Document => {
  const prefix = kind.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const own = {
    ...content,
    ...("site" in kind.fields && { site }),
    ...("expiresAt" in content && { expiresAt: "2099-12-31" }),
    ...(kind.name === "child" && ofChild(content, by, key)),
  };
  return plain(firstVersion(kind, `${prefix}:${key}`, own, { by, device: "dev1", at: "2026-11-24T08:00:00.000Z" }));
};

/** A form is named for its child, and what was done stands in it in the name of who did it. */
const ofChild = (content: Readonly<Record<string, unknown>>, by: string, key: string) => ({
  personId: `person:${key}`,
  ...Object.fromEntries(
    ["handovers", "notified"]
      .filter((list) => list in content)
      .map((list) => [list, (content[list] as readonly object[]).map((one) => ({ ...one, by }))]),
  ),
});

export const someDocuments = (kind: Kind, count: number, making: Making): readonly Document[] =>
  someContents(kind, count, making.seed).map((content) => aDocument(kind, content, making));

type Content = Readonly<Record<string, unknown>>;

const drawn = new Map<string, readonly Content[]>();

/** Drawn once: a matrix asks for the same contents thousands of times. */
const someContents = (kind: Kind, count: number, seed: number): readonly Content[] => {
  const key = `${kind.name} ${count} ${seed}`;
  const contents = drawn.get(key) ?? fc.sample(contentOf(kind), { numRuns: count, seed });
  drawn.set(key, contents);
  return contents;
};

/** A document with nothing in it that is beyond the reach. */
export const documentWithin = (kind: Kind, reach: WritableFields, making: Making): Document => {
  const content = Object.entries(someDocuments(kind, 1, making)[0] ?? {}).filter(
    ([field]) => !isExcepted(reach, field),
  );
  return Object.fromEntries(content) as Document;
};

const isExcepted = (reach: WritableFields, field: string): boolean =>
  typeof reach === "object" && "except" in reach && reach.except.includes(field);

/** A document, and for each field that can change one version in which its author changed that field alone. */
export const changesOf = (kind: Kind, making: Making) => {
  const others = someContents(kind, 40, making.seed + 1);
  const before = aDocument(kind, others.find((one) => !over.has(one.status) && mayChange(kind, one)) ?? {}, making);
  const author = { by: making.by, device: "dev1", at: "2026-11-24T09:00:00.000Z" };
  const isOpen = (field: string): boolean => !traitsOf(kind.fields[field])?.fixed && !eventKinds.has(kind.name);
  const changes = [...Object.keys(kind.fields).filter(isOpen), "voided", ...serverFields].flatMap((field) => {
    const value =
      newValues[field] ??
      ownValueOf(field, before, making.by) ??
      others.map((other) => other[field]).find((one) => one && !deepEqual(one, before[field]));
    if (value === undefined) return [];
    return [[field, plain(nextVersion(kind.rule, before, { ...before, [field]: value }, author))] as const];
  });
  return { before, changes };
};

/** What somebody does in their own name. Handovers and authorities that were told are added, never taken out. */
const ownValueOf = (field: string, before: Document, by: string): unknown => {
  const at = "2026-11-24T09:00:00.000Z";
  if (field === "notified") return [...((before.notified as []) ?? []), { office: "police", at, by }];
  if (field === "handovers") return [...((before.handovers as []) ?? []), { id: "1", by, notedAt: at, name: "Ян" }];
  if (field === "takenBy") return by;
  if (field === "measures") return [{ at: "2026-11-24T09:00:00.000Z", by, text: "розмову призначено" }];
  return undefined;
};

/** What is said of a child alone is changed only where that it is alone was noted. */
const mayChange = ({ name }: Kind, { noParentSince }: Readonly<Record<string, unknown>>): boolean =>
  name !== "person" || noParentSince !== undefined;

const over: ReadonlySet<unknown> = new Set(["closed", "cancelled"]);
const newValues: Readonly<Record<string, unknown>> = {
  voided: "mistake",
  expiresAt: "2100-12-31",
  noParentSince: "1970-01-01T00:00:00.000Z",
  erased: { why: "expired", at: "2026-11-24" },
};

const plain = (document: Document): Document => JSON.parse(JSON.stringify(document));
