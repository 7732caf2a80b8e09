import { takeBackRecord } from "../attention/take-back.ts";
import { deepEqual } from "../merge/deep-equal.ts";
import { vectorDominates } from "../merge/stamps.ts";
import { type Writes, writesOf } from "../merge/writes.ts";
import type { Document } from "../model/document.ts";
import { mergeRuleOf } from "../model/kinds.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Write } from "./write.ts";

export type ChangedSince = { readonly type: "ChangedSince" };

/**
 * The command that takes one write back: what was begun is voided, what was changed is as it was, but for what only goes one way (how long a record is
 * kept, since when a child is alone). Refuses where somebody has changed the same since: what they wrote stays.
 */
export const takeBackWrite =
  ({ before, after }: Write) =>
  (current: Document): Result<Document, ChangedSince> => {
    if (!before) return takeBackBeginning(after, current);
    const [then, now] = [writesOf(after), writesOf(current)];
    const grows = growsIn(after);
    const changed = fieldsWritten(before, after).filter((field) => !grows(field));
    if (changed.some((field) => !isSame(then, now, field))) return err({ type: "ChangedSince" });
    return ok(restored(before, current, changed));
  };

/** An act that two people noted is one document: it is not for one of them to take back. */
const takeBackBeginning = (after: Document, current: Document): Result<Document, ChangedSince> => {
  if (current.voided !== undefined) return ok(current);
  return vectorDominates(after.stamps.seen, current.stamps.seen)
    ? takeBackRecord(current)
    : err({ type: "ChangedSince" });
};

const fieldsWritten = (before: Document, after: Document): readonly string[] => {
  const [then, now] = [writesOf(before), writesOf(after)];
  return [...new Set([...then.keys(), ...now.keys()])].filter((field) => !isSame(then, now, field));
};

/** The server takes no earlier last day than it has, and the record with it. */
const growsIn = (document: Document): ((field: string) => boolean) => {
  const rule = mergeRuleOf(document);
  return (field) => rule(field) === "max" || rule(field) === "min";
};

const isSame = (a: Writes, b: Writes, field: string): boolean =>
  deepEqual([...(a.get(field)?.keys() ?? [])].sort(), [...(b.get(field)?.keys() ?? [])].sort());

/** Values that waited for a person wait again. */
const restored = (before: Document, current: Document, fields: readonly string[]): Document => {
  const waited = fields.flatMap((field) => (before.rivals?.[field] ? [[field, before.rivals[field]] as const] : []));
  return {
    ...current,
    ...Object.fromEntries(fields.map((field) => [field, before[field]])),
    ...(waited.length > 0 && { rivals: { ...current.rivals, ...Object.fromEntries(waited) } }),
  };
};
