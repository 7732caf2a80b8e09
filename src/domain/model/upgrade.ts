import { resolveByRule } from "../merge/merge.ts";
import type { Document } from "./document.ts";
import type { Kind } from "./kind.ts";

/**
 * A document as this version of the app reads it. Reading is not writing: nothing of it is stored or sent, so an upgrade cannot be
 * interrupted, and two devices that upgrade one document have nothing to disagree about.
 */
export const upgraded = <D extends Document>(kind: Kind, document: D): D => {
  let read = resolveByRule(kind.rule, document);
  for (const { field, make } of kind.upgrades) {
    const value = isWritten(document, field) ? undefined : make(read);
    if (value !== undefined) read = { ...read, [field]: value };
  }
  return read;
};

/**
 * What a command made of the upgraded `before`, as it is to be stored: what only reading had made goes again. The version rises
 * with a field that was written, for an older app would not keep it in step; other documents stay open to older apps.
 */
export const withoutDerivedFields = (kind: Kind, before: Document, after: Document): Document => {
  const unwritten = kind.upgrades.filter(({ field }) => !isWritten(before, field));
  const written = unwritten.filter(({ field }) => isWritten(after, field) && after.stamps.own?.[field] !== undefined);
  const made = new Set(unwritten.filter((step) => !written.includes(step)).map(({ field }) => field));
  const kept = Object.fromEntries(Object.entries(after).filter(([field]) => !made.has(field))) as Document;
  return { ...kept, v: Math.max(kept.v, ...written.map(({ to }) => to)) };
};

/** Also what was taken out again was written. */
const isWritten = ({ stamps: { own = {} }, rivals = {}, ...document }: Document, field: string): boolean =>
  field in document || field in own || field in rivals;
