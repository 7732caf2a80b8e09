import { contentFields, type Document, type Sibling } from "../model/document.ts";
import { deepEqual } from "./deep-equal.ts";
import { type Taken, takenWith } from "./join-lists.ts";
import { reopenedRivals } from "./reopen-rivals.ts";
import { isList, type MergeRuleOf } from "./shown-value.ts";
import { counterOf, deviceIn, type Edit, nextCounter, type Stamp, type Stamps, stampOf } from "./stamps.ts";
import { stillWaiting } from "./still-waiting.ts";

/** The hand that writes: the account, the device, the device's clock (ISO 8601, UTC). */
export type Author = {
  readonly by: string;
  readonly device: string;
  readonly at: string;
  /** The device's own name, where `device` is its name in one database. */
  readonly phone?: string;
};

/** The same hand in one database: the database is part of every stamp. */
export const authorIn = (author: Author, database: string): Author => ({
  ...author,
  device: deviceIn(author.device, database),
  phone: author.device,
});

/** A document's content without its header: what a form or an importer gives. */
export type Content = { readonly [field: string]: unknown };

/** The first version of a document; every field carries the stamp of its making. */
export const firstVersion = <C extends Content>(
  kind: { readonly name: string; readonly version: number },
  id: string,
  content: C,
  author: Author,
): Document & C => {
  const base = stampOf(1, author.device);
  const present = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as C;
  return {
    _id: id,
    kind: kind.name,
    v: kind.version,
    createdAt: author.at,
    createdBy: author.by,
    createdDevice: author.phone ?? author.device,
    ...present,
    stamps: { base, seen: { [author.device]: 1 }, edits: { [base]: [author.by, author.at] } },
  };
};

/**
 * Stamps what a command changed. `before` itself when nothing did. A write replaces the value that was shown; values that
 * waited beside it keep waiting, unless the command took them out of `rivals` (a person settled it) or the rule showed them all. Values that the
 * command puts into `rivals` wait again (`reopen-rivals.ts`).
 */
export const nextVersion = <D extends Document>(rule: MergeRuleOf, before: D, after: D, author: Author): D => {
  const changed = changedFields(before, after);
  if (changed.length === 0) return before;
  const counter = nextCounter(before.stamps.seen);
  const stamp = stampOf(counter, author.device);
  const own: Record<string, Stamp> = { ...before.stamps.own };
  const siblings: Record<string, readonly Sibling[]> = { ...before.rivals };
  const taken: Record<string, Taken> = {};
  const reopened = reopenedRivals(rule, before, after, counter, author.device);
  for (const field of changed) {
    const asked = reopened[field];
    if (asked) {
      own[field] = asked[0]?.[0] ?? stamp;
      siblings[field] = asked;
      continue;
    }
    own[field] = stamp;
    const write: Sibling = after[field] === undefined ? [stamp] : [stamp, after[field]];
    const isSettled = !after.rivals?.[field];
    if (isList(rule(field))) taken[field] = takenFrom(before, field, write, isSettled);
    const waiting = isSettled ? [] : stillWaiting(rule(field), before, field, write, author);
    if (waiting.length > 0) siblings[field] = [write, ...waiting];
    else delete siblings[field];
  }
  const { stamps: _stamps, rivals: _rivals, ...content } = after;
  const again = Object.values(reopened).flatMap((values) => values.map(([name]) => name));
  const seen = { ...before.stamps.seen, [author.device]: Math.max(counter, ...again.map(counterOf)) };
  const isTaken = Object.keys(taken).length > 0;
  const edit: Edit = isTaken ? [author.by, author.at, taken] : [author.by, author.at];
  const edits = { ...before.stamps.edits, ...Object.fromEntries([...again, stamp].map((name) => [name, edit])) };
  const stamps = prune({ base: before.stamps.base, own, seen, edits }, siblings);
  return withoutUndefined({
    ...content,
    stamps,
    ...(Object.keys(siblings).length > 0 && { rivals: siblings }),
  }) as unknown as D;
};

/** A writer who settles which elements belong there has seen all of them; another one only what was shown. */
const takenFrom = (before: Document, field: string, write: Sibling, isSettled: boolean): Taken => {
  const { base, own = {}, edits } = before.stamps;
  const single = field in before || field in own ? [[own[field] ?? base, before[field]] as const] : [];
  const replaced = before.rivals?.[field] ?? single;
  const shown = isSettled ? replaced.flatMap(([, value]) => value ?? []) : before[field];
  return takenWith(field, replaced, shown, write, edits);
};

/** One value is right: the command's way to settle a conflict. The others stay in the history of revisions. */
export const resolveField = <D extends Document>(document: D, field: string, value: unknown): D => {
  const { [field]: _settled, ...rest } = document.rivals ?? {};
  return { ...document, [field]: value, rivals: rest };
};

const changedFields = (before: Document, after: Document): string[] => {
  const fields = new Set([...contentFields(before), ...contentFields(after)]);
  const settled = Object.keys(before.rivals ?? {}).filter((field) => !after.rivals?.[field]);
  const reopened = Object.keys(after.rivals ?? {}).filter((field) => !before.rivals?.[field]);
  const differing = [...fields].filter((field) => !deepEqual(before[field], after[field]));
  return [...new Set([...differing, ...settled, ...reopened])];
};

const prune = (stamps: Required<Stamps>, siblings: Record<string, readonly Sibling[]>): Stamps => {
  const waiting = Object.values(siblings).flatMap((values) => values.map(([stamp]) => stamp));
  const inUse = new Set([stamps.base, ...Object.values(stamps.own), ...waiting]);
  return {
    ...stamps,
    edits: Object.fromEntries(Object.entries(stamps.edits).filter(([stamp]) => inUse.has(stamp))),
  };
};

const withoutUndefined = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
