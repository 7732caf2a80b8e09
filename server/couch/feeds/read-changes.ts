import { renderRevision } from "../documents/render-revision.ts";
import { leavesOf, type RevisionNode } from "../revisions/revision-tree.ts";
import { readTree } from "../revisions/tree-text.ts";
import type { Database, DocumentRow } from "../store/database.ts";
import { sequenceText } from "../store/sequence.ts";
import { type Page, takePage } from "../store/take-page.ts";
import type { ChangesQuery } from "./changes-query.ts";

/** A stretch of the feed: rows as JSON texts, where it ended, and whether the table ended there too. */
export type ChangesPage = { readonly rows: string[]; readonly last: number; readonly isEnd: boolean };

const COLUMNS = "seq, id, rev, deleted, leaves, key, tree, body";
/** Without documents only the short columns at the front are read. */
const SHORT_COLUMNS = "seq, id, rev, deleted, leaves";
const PAGE_ROWS = 500;
const MAX_IDS_BY_INDEX = 1000;

/**
 * Reads the next rows after (descending: before) `from`, up to sequence `until`, at most `limit` that fit. A page is
 * short so that no reader holds up others; a filter is given up where its time `isDue`.
 */
export const readChanges = (
  database: Database,
  query: ChangesQuery,
  [from, until, limit]: readonly [from: number, until: number, limit: number],
  isDue: () => boolean,
): ChangesPage => {
  const isEmpty = limit === 0 || (!query.descending && from >= until);
  if (isEmpty) return { rows: [], last: from, isEnd: true };
  const key = keyOf(database, query, [from, until, limit]);
  const known = lastRead.get(database);
  if (key !== undefined && known?.key === key) return known.page;
  const page = readRows(database, query, [from, until, limit], isDue);
  if (key !== undefined && page.rows.length <= MOST_KEPT) lastRead.set(database, { key, page });
  return page;
};

/** The last short page of each database: 200 phones that wait for the same are answered with one reading. */
const lastRead = new WeakMap<Database, { readonly key: string; readonly page: ChangesPage }>();
/** Rows. */
const MOST_KEPT = 50;

/** What a page follows from; nothing where it is long to say. */
const keyOf = (
  { counters: { seq, purges } }: Database,
  { filter, attachments, seqInterval, descending, includeDocs, allLeaves, conflicts }: ChangesQuery,
  bounds: readonly number[],
): string | undefined =>
  filter || attachments
    ? undefined
    : [seq, purges, seqInterval, descending, includeDocs, allLeaves, conflicts, ...bounds].join(" ");

const readRows = (
  database: Database,
  query: ChangesQuery,
  [from, until, limit]: readonly [from: number, until: number, limit: number],
  isDue: () => boolean,
): ChangesPage => {
  const wanted = query.filter ? PAGE_ROWS : Math.min(PAGE_ROWS, limit);
  const byIds = query.filter?.ids && query.filter.ids.length <= MAX_IDS_BY_INDEX;
  const page = byIds ? rowsById(database, query, from, until) : rowsBySeq(database, query, [from, until, wanted]);
  const rows: string[] = [];
  let last = from;
  for (const row of page.rows) {
    const isFitting = query.filter ? query.filter.fits(row) : true;
    if (isFitting === undefined) return { rows, last, isEnd: false };
    last = row.seq;
    if (isFitting) rows.push(changeText(database, row, query));
    if (rows.length === limit || (query.filter && isDue())) return { rows, last, isEnd: false };
  }
  return { rows, last, isEnd: !page.isCut };
};

const rowsBySeq = (database: Database, query: ChangesQuery, bounds: [number, number, number]): Page<DocumentRow> => {
  const columns = query.includeDocs || query.filter ? COLUMNS : SHORT_COLUMNS;
  const text = query.descending
    ? `SELECT ${columns} FROM $documents WHERE seq < ? AND seq <= ? ORDER BY seq DESC LIMIT ?`
    : `SELECT ${columns} FROM $documents WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`;
  return takePage(database.sql(text).iterate(...bounds) as Iterable<DocumentRow>, bounds[2]);
};

const rowsById = (database: Database, query: ChangesQuery, from: number, until: number): Page<DocumentRow> => {
  const select = database.sql(`SELECT ${COLUMNS} FROM $documents WHERE id = ?`);
  const isInRange = ({ seq }: DocumentRow) => seq <= until && (query.descending ? seq < from : seq > from);
  const found = [...new Set(query.filter?.ids)].map((id) => select.get(id) as DocumentRow | undefined);
  const rows = found.filter((row) => row !== undefined).filter(isInRange);
  return { rows: rows.sort((a, b) => (query.descending ? b.seq - a.seq : a.seq - b.seq)), isCut: false };
};

/** One row of the feed. */
export const changeText = (database: Database, row: DocumentRow, query: ChangesQuery): string => {
  const seq = row.seq % query.seqInterval === 0 ? `"${sequenceText(database, row.seq)}"` : "null";
  const leaves = query.allLeaves ? row.leaves : "";
  const deleted = row.deleted ? ',"deleted":true' : "";
  const doc = query.includeDocs ? `,"doc":${documentText(database, row, query)}` : "";
  return `{"seq":${seq},"id":${JSON.stringify(row.id)},"changes":[{"rev":"${row.rev}"}${leaves}]${deleted}${doc}}`;
};

const documentText = (database: Database, row: DocumentRow, { conflicts, attachments }: ChangesQuery): string => {
  if (!(conflicts && row.leaves !== "") && !attachments) return row.body;
  const tree = readTree(row.tree);
  const winner = leavesOf(tree)[0] as RevisionNode;
  const options = { conflicts, ...(attachments ? { attachments: "data" as const } : {}) };
  return renderRevision(database, { row, tree }, winner, options) ?? row.body;
};

/** How many changes lie beyond `last`. */
export const countPending = (database: Database, last: number, until: number, descending: boolean): number => {
  if (descending) return database.sql("SELECT count(*) FROM $documents WHERE seq < ?").pluck().get(last) as number;
  const version = `${until} ${database.counters.purges}`;
  const { counted } = database;
  const isNear = counted?.version === version && counted.last <= last;
  const pending = isNear
    ? counted.pending - countBetween(database, counted.last, last)
    : countBetween(database, last, until);
  database.counted = { version, last, pending };
  return pending;
};

const countBetween = (database: Database, from: number, to: number): number =>
  database.sql("SELECT count(*) FROM $documents WHERE seq > ? AND seq <= ?").pluck().get(from, to) as number;
