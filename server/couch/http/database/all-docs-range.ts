import type { Json } from "../../json/json.ts";
import type { Database, DocumentRow } from "../../store/database.ts";
import { type Page, takePage } from "../../store/take-page.ts";
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

const PAGE_ROWS = 500;

/** The living documents of the range, in the order and the part that is asked for, page by page. */
export function* readPages(database: Database, range: Range, query: AllDocsQuery): Generator<DocumentRow[]> {
  let left = query.limit;
  let skip = query.skip;
  let rest = range;
  while (left > 0) {
    const { rows, isCut } = readPage(database, rest, query.descending, [Math.min(PAGE_ROWS, left), skip]);
    yield rows;
    const last = rows.at(-1)?.id;
    if (!isCut || last === undefined) return;
    left -= rows.length;
    skip = 0;
    rest = query.descending ? { ...rest, to: last, includesTo: false } : { ...rest, from: last, includesFrom: false };
  }
}

const readPage = (
  database: Database,
  range: Range,
  descending: boolean,
  [limit, skip]: [number, number],
): Page<DocumentRow> => {
  const { where, values } = condition(range);
  const order = descending ? "DESC" : "ASC";
  const columns = "seq, id, rev, deleted, leaves, key, body";
  const found = database
    .sql(`SELECT ${columns} FROM $documents WHERE deleted = 0 AND ${where} ORDER BY id ${order} LIMIT ? OFFSET ?`)
    .iterate(...values, limit, skip);
  return takePage(found as Iterable<DocumentRow>, limit);
};

/** Counted from two indexes without reading the documents. */
export const countLiving = (database: Database, range: Range): number => {
  const { where, values } = condition(range);
  const count = (text: string): number =>
    database
      .sql(`SELECT count(*) FROM $documents WHERE ${text}${where}`)
      .pluck()
      .get(...values) as number;
  return count("") - count("deleted = 1 AND ");
};

/** How many living documents come before the first row: the `offset` of the answer. */
export const countBefore = (database: Database, range: Range, { descending, skip }: AllDocsQuery): number => {
  const { from, to, includesFrom, includesTo } = range;
  const bound = descending ? to : from;
  const outside = descending
    ? { from: to, includesFrom: includesTo === false }
    : { to: from, includesTo: includesFrom === false };
  return Math.min((bound === undefined ? 0 : countLiving(database, outside)) + skip, database.counters.living);
};

/** A condition on ids, never empty. */
const condition = ({
  from = "",
  to,
  includesFrom = true,
  includesTo = true,
}: Range): { where: string; values: string[] } => ({
  where: `id ${includesFrom ? ">=" : ">"} ?${to === undefined ? "" : ` AND id ${includesTo ? "<=" : "<"} ?`}`,
  values: to === undefined ? [from] : [from, to],
});
