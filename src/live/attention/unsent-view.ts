import { isCrowded } from "../../domain/attention/begin-anew.ts";
import { isTombstone } from "../../domain/model/kind.ts";
import { type KindName, kindNamed, kinds } from "../../domain/model/kinds.ts";
import type { BrokenRecord, FiledRecord, Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";

/** Everything that is only here, what needs attention first. */
export const unsentOf = (records: Records): readonly FiledRecord[] =>
  listOf(records, isOnlyHere).sort((a, b) => Number(needsAttention(b)) - Number(needsAttention(a)));

/** What this app is too old to change: kept, shown, sent on as it is. */
export const isMadeByNewerApp = ({ kind, v }: { readonly kind: string; readonly v: number }): boolean =>
  v > (kinds[kind as KindName]?.version ?? 0);

/** Of which something cannot be read; what was taken off the lists at the end, so that it can be put back. */
export const brokenRecords = (records: Records): readonly BrokenRecord[] =>
  [...records.broken()].sort((a, b) => Number(isTakenOff(a)) - Number(isTakenOff(b)) || byPlace(a, b));

/** Records that are nearly full: a lead may begin them anew. */
export const crowdedRecords = (records: Records): readonly FiledRecord[] => listOf(records, isCrowdedAsRead);

export const noRecords = (): readonly FiledRecord[] => [];

/** What this app is too old to change. */
export const madeByNewerApp = (records: Records): readonly FiledRecord[] => listOf(records, isNewer);

const listOf = (records: Records, isWanted: (filed: FiledRecord) => boolean): FiledRecord[] =>
  [...records.filedWhere(isWanted).rows().values()].sort(byPlace);

/** By database and id. */
export const byPlace = (a: FiledRecord, b: FiledRecord): number =>
  a.database === b.database ? byId(a.document, b.document) : a.database < b.database ? -1 : 1;

const isOnlyHere = ({ sending }: FiledRecord): boolean => sending.state !== "sent";

const needsAttention = ({ sending }: FiledRecord): boolean => sending.state === "needsAttention";

const isNewer = ({ document }: FiledRecord): boolean => isMadeByNewerApp(document);

const isCrowdedAsRead = ({ document }: FiledRecord): boolean => {
  const kind = kindNamed(document.kind);
  return kind !== undefined && !isTombstone(document) && isCrowded(kind, document);
};

const isTakenOff = ({ document }: FiledRecord): boolean => document.voided !== undefined;
