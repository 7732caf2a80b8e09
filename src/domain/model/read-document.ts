import { isRealInstant } from "../dates/real-moments.ts";
import { deepEqual } from "../merge/deep-equal.ts";
import { compareStamps, type Edit, type Stamps } from "../merge/stamps.ts";
import { checkDocument, isSound } from "./check-document.ts";
import { contentFields, type Document, type Sibling } from "./document.ts";
import { isRequired, isTombstone, type Kind } from "./kind.ts";
import { standInFor } from "./stand-in.ts";
import { upgraded } from "./upgrade.ts";

/**
 * A document as a screen may read it, and the fields of it that cannot be read. No document where what is left says neither whom nor what
 * it is about: it is set aside, and listed.
 */
export type ReadDocument = { readonly document: Document | undefined; readonly broken: readonly string[] };

/**
 * Reads what older servers took, or what got past the rules: without the values that cannot be read, so that no screen falls over them,
 * and without losing the rest of the record.
 */
export const readDocument = (kind: Kind, document: Document): ReadDocument => {
  if (checkDocument(kind, document).length === 0) return { document: upgraded(kind, document), broken: [] };
  const broken = brokenFields(kind, document);
  const createdAt = isRealInstant(document.createdAt) ? document.createdAt : unknownMoment;
  const kept = contentFields(document).filter((field) => !broken.includes(field));
  const rivals = Object.entries(document.rivals ?? {}).flatMap(([field, siblings]) => {
    const sound = siblings.filter((sibling) => isSoundSibling(kind, field, sibling));
    return sound.length > 1 ? [[field, sound] as const] : [];
  });
  const { _id, kind: name, v: version, createdBy, createdDevice, stamps } = document;
  const left: Document = {
    ...{ _id, kind: name, v: version, createdAt, createdBy, createdDevice },
    ...Object.fromEntries(kept.map((field) => [field, document[field]])),
    stamps,
    ...(rivals.length > 0 && { rivals: Object.fromEntries(rivals) }),
  };
  const read = upgraded(kind, left);
  const missing = Object.keys(kind.fields).filter((field) => isRequired(kind, field) && !(field in read));
  const standIns = missing.map((field) => [field, standInFor(kind, field, read)] as const);
  const isAbout = isTombstone(document) || standIns.every(([, value]) => value !== undefined);
  const all = [...new Set([...broken, ...missing, ...(createdAt === document.createdAt ? [] : ["createdAt"])])];
  return { document: isAbout ? { ...read, ...Object.fromEntries(standIns) } : undefined, broken: all };
};

/**
 * What somebody made of a document as it was read, as it is to be stored: what reading had left out or put in its place is as it was
 * before, but where it was written.
 */
export const withBrokenParts = (kind: Kind, stored: Document, read: Document, edited: Document): Document => {
  const { createdAt } = stored;
  const fields = new Set([...contentFields(stored), ...contentFields(read)]);
  const isUntouched = (field: string) =>
    !deepEqual(read[field], stored[field]) && deepEqual(read[field], edited[field]);
  const untouched = [...fields].filter((field) => isUntouched(field) && isUnreadable(kind, field, stored));
  const content = Object.entries(edited).filter(([field]) => !untouched.includes(field) && field !== "rivals");
  const before = untouched.flatMap((field) => (field in stored ? [[field, stored[field]] as const] : []));
  const waiting = Object.keys(stored.rivals ?? {}).flatMap((field) => brokenSiblings(kind, field, stored, edited));
  const left = waiting.flatMap(([, siblings]) => siblings.map(([stamp]) => stamp));
  const edits: Stamps["edits"] = Object.fromEntries(
    left.flatMap((stamp) => (stamp in stored.stamps.edits ? [[stamp, stored.stamps.edits[stamp] as Edit]] : [])),
  );
  const rivals = { ...edited.rivals, ...Object.fromEntries(waiting) };
  return {
    ...Object.fromEntries([...content, ...before]),
    createdAt,
    stamps: { ...edited.stamps, edits: { ...edits, ...edited.stamps.edits } },
    ...(Object.keys(rivals).length > 0 && { rivals }),
  } as unknown as Document;
};

/** What waits beside a field with what cannot be read of it; nothing where all can be read, or somebody settled the field. */
const brokenSiblings = (
  kind: Kind,
  field: string,
  stored: Document,
  edited: Document,
): readonly (readonly [field: string, readonly Sibling[]])[] => {
  const siblings = stored.rivals?.[field] ?? [];
  const shown = edited.rivals?.[field];
  const isSettled = !shown && (edited.stamps.own?.[field] ?? "") !== (stored.stamps.own?.[field] ?? "");
  const isReadable = (sibling: Sibling) => isSoundSibling(kind, field, sibling);
  if (isSettled || siblings.every(isReadable)) return [];
  const known = shown ?? siblings.filter(isReadable);
  const left = siblings.filter((sibling) => !isReadable(sibling));
  return [[field, [...known, ...left].sort(([a], [b]) => compareStamps(b, a))]];
};

/** For what has no moment: shown as a long time ago, where nobody looks for what is new. */
const unknownMoment = "1970-01-01T00:00:00.000Z";

const isUnreadable = (kind: Kind, field: string, document: Document): boolean =>
  field in document ? !isSound(kind, field, document[field]) : isRequired(kind, field);

const brokenFields = (kind: Kind, document: Document): readonly string[] =>
  contentFields(document).filter((field) => !isSound(kind, field, document[field]));

const isSoundSibling = (kind: Kind, field: string, [, value]: Sibling): boolean =>
  value === undefined || isSound(kind, field, value);
