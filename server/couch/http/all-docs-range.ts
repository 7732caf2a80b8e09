import type { Json } from "../json/json.ts";
import type { Database, DocumentRow } from "../store/database.ts";
import type { AllDocsQuery } from "./all-docs-query.ts";

/** A stretch of ids, always from low to high. Undefined: open. */
export type Range = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly includesTo?: boolean;
  readonly includesFrom?: boolean;
};

/** The ids that a query runs through, within `bounds` if given. */
export const rangeOf = (query: AllDocsQuery, bounds?: Range): Range => {
  const { descending, inclusiveEnd } = query;
  const start = idOf(query.start, descending);
  const end = idOf(query.end, !descending);
  const low = descending ? end : start;
  const high = descending ? start : end;
  const range = {
    from: low,
    to: high,
    includesFrom: descending ? inclusiveEnd : true,
    includesTo: descending ? true : inclusiveEnd,
  };
  if (!bounds) return range;
  const from = low === undefined || low < (bounds.from ?? "") ? bounds.from : low;
  const isOutside = high === undefined || high >= (bounds.to ?? "");
  return {
    ...range,
    from,
    to: isOutside ? bounds.to : high,
    includesTo: isOutside ? (bounds.includesTo ?? true) : range.includesTo,
  };
};

/** Ids are strings; in CouchDB's order other JSON lies before (null, numbers) or after (lists, objects) all of them. */
const idOf = (key: Json | undefined, isUpper: boolean): string | undefined => {
  if (key === undefined || typeof key === "string") return key;
  const isAfter = typeof key === "object" && key !== null;
  if (isAfter) return isUpper ? undefined : LAST;
  return isUpper ? "" : undefined;
};

const LAST = "\u{10ffff}";

/** The living documents of the range, in the order and the part that is asked for. */
export const readRange = (
  database: Database,
  range: Range,
  { descending, limit, skip }: AllDocsQuery,
): DocumentRow[] => {
  const { where, values } = condition(range);
  const order = descending ? "DESC" : "ASC";
  return database
    .sql(
      `SELECT seq, id, rev, deleted, leaves, key, body FROM $documents WHERE deleted = 0${where} ORDER BY id ${order} LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, skip) as DocumentRow[];
};

export const countDocuments = (database: Database, range: Range): number => {
  const { where, values } = condition(range);
  return database
    .sql(`SELECT count(*) FROM $documents WHERE deleted = 0${where}`)
    .pluck()
    .get(...values) as number;
};

/** How many living documents come before the first row: the `offset` of the answer. */
export const countBefore = (database: Database, range: Range, { descending, skip }: AllDocsQuery): number => {
  const before = descending
    ? range.to === undefined
      ? 0
      : countDocuments(database, { from: range.to, includesFrom: range.includesTo === false })
    : range.from === undefined
      ? 0
      : countDocuments(database, { to: range.from, includesTo: range.includesFrom === false });
  return Math.min(before + skip, database.counters.living);
};

const condition = ({
  from,
  to,
  includesFrom = true,
  includesTo = true,
}: Range): { where: string; values: string[] } => ({
  where:
    (from === undefined ? "" : ` AND id ${includesFrom ? ">=" : ">"} ?`) +
    (to === undefined ? "" : ` AND id ${includesTo ? "<=" : "<"} ?`),
  values: [from, to].filter((id) => id !== undefined),
});
