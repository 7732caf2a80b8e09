import { isCrowded } from "../../domain/attention/begin-anew.ts";
import type { Document } from "../../domain/model/document.ts";
import { isTombstone } from "../../domain/model/kind.ts";
import { type KindName, kindNamed, kinds } from "../../domain/model/kinds.ts";
import type { BrokenRecord, FiledRecord, Records } from "../records.ts";

export const allKinds = Object.keys(kinds) as readonly KindName[];

/** Everything that is only here, what needs attention first. */
export const unsentOf = (records: Records): readonly FiledRecord[] =>
  records
    .filed()
    .filter(({ sending }) => sending.state !== "sent")
    .sort((a, b) => Number(b.sending.state === "needsAttention") - Number(a.sending.state === "needsAttention"));

/** What this app is too old to change: kept, shown, sent on as it is. */
export const isMadeByNewerApp = ({ kind, v }: { readonly kind: string; readonly v: number }): boolean =>
  v > (kinds[kind as KindName]?.version ?? 0);

/** Of which something cannot be read; what was taken off the lists at the end, so that it can be put back. */
export const brokenRecords = (records: Records): readonly BrokenRecord[] =>
  [...records.broken()].sort((a, b) => Number(isTakenOff(a)) - Number(isTakenOff(b)));

/** Records that are nearly full: a lead may begin them anew. */
export const crowdedRecords = (records: Records): readonly FiledRecord[] =>
  records.filed().filter(({ document }) => isCrowdedAsRead(document));

export const noRecords = (): readonly FiledRecord[] => [];

/** A version is measured once: it never changes, and a shelter has thousands. */
const isCrowdedAsRead = (document: Document): boolean => {
  const kind = kindNamed(document.kind);
  const known = measured.get(document) ?? (kind !== undefined && !isTombstone(document) && isCrowded(kind, document));
  measured.set(document, known);
  return known;
};

const measured = new WeakMap<Document, boolean>();

const isTakenOff = ({ document }: FiledRecord): boolean => document.voided !== undefined;

export const madeByNewerApp = (records: Records): readonly FiledRecord[] =>
  records.filed().filter(({ document }) => isMadeByNewerApp(document));
