import { isDesignId } from "../../documents/document-id.ts";
import type { JsonObject } from "../../json/json.ts";
import { compareJson } from "../../mango/compare-json.ts";
import type { Selector } from "../../mango/compile-selector.ts";
import { fieldAt, pickFields } from "../../mango/field-path.ts";
import { notAllowed } from "../../refuse.ts";
import type { Database, DocumentRow } from "../../store/database.ts";
import { type Answer, json, jsonText } from "../transport/answer.ts";
import { begin, pause, questionBody, requireJsonType, rest } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { type Question, readQuestion, type Sort } from "./read-question.ts";
import { sortInTurns } from "./sort-in-turns.ts";

const WARNING = "No matching index found, create an index to optimize query time.";

/** `_find`: a full scan, whatever indexes there are; they only decide what may be sorted by. */
export const answerFind = async (request: DatabaseRequest): Promise<Answer> => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  await begin(request);
  const started = performance.now();
  const body = questionBody(request);
  const question = readQuestion(request.database, body);
  const found = await find(request, question);
  const stats =
    body.execution_stats === true ? { execution_stats: statsOf(found.length, request.database, started) } : {};
  const docs = await showAll(request, found, question);
  const bookmark = found.length > 0 ? bookmarkText(question.skip + found.length) : "nil";
  const rest = JSON.stringify({ bookmark, ...stats, ...(question.sort.length === 0 ? { warning: WARNING } : {}) });
  return jsonText(200, `{"docs":[${docs.join(",")}],${rest.slice(1)}\n`);
};

/** The scan passes every living document. */
const statsOf = (found: number, { counters }: Database, started: number): object => ({
  total_keys_examined: counters.living,
  total_docs_examined: counters.living,
  total_quorum_docs_examined: 0,
  results_returned: found,
  execution_time_ms: Math.round(performance.now() - started),
});

export const answerExplain = (request: DatabaseRequest): Answer => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  const body = questionBody(request);
  const { skip, limit } = readQuestion(request.database, body);
  const index = { ddoc: null, name: "_all_docs", type: "special", def: { fields: [{ _id: "asc" }] } };
  return json(200, { dbname: request.database.name, index, selector: body.selector ?? {}, limit, skip });
};

/** A document that fits, and its text as it is stored. */
type Found = { readonly doc: JsonObject; readonly body: string };

const find = async (request: DatabaseRequest, { fits, sort, limit, skip }: Question): Promise<Found[]> => {
  const found: Found[] = [];
  const isSorted = sort.length > 0;
  const wanted = isSorted ? Number.POSITIVE_INFINITY : skip + limit;
  for await (const { id, body } of scan(request)) {
    if (found.length >= wanted) break;
    if (isDesignId(id)) continue;
    const doc = JSON.parse(body) as JsonObject;
    if (!(await fitsInTurns(request, fits, doc))) continue;
    if (sort.every(([path]) => fieldAt(doc, path) !== undefined)) found.push({ doc, body });
  }
  const inOrder = isSorted
    ? await sortInTurns(
        found,
        (a, b) => compareBy(sort, a.doc, b.doc),
        () => pause(request),
      )
    : found;
  return inOrder.slice(skip, skip + limit);
};

const fitsInTurns = async (request: DatabaseRequest, fits: Selector, doc: JsonObject): Promise<boolean> => {
  for (;;) {
    const answer = fits(doc);
    if (answer !== undefined) return answer;
    await rest(request);
  }
};

/** What is shown of each, as text. */
const showAll = async (
  request: DatabaseRequest,
  found: readonly Found[],
  { fields }: Question,
): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const { doc, body } of found) {
    texts.push(fields ? JSON.stringify(pickFields(doc, fields)) : body);
    await pause(request);
  }
  return texts;
};

/** Page by page, for the table cannot be written while it is being read. */
async function* scan(request: DatabaseRequest): AsyncGenerator<DocumentRow> {
  const select = request.database.sql(
    "SELECT id, body FROM $documents WHERE deleted = 0 AND id > ? ORDER BY id LIMIT ?",
  );
  for (let last = ""; ; ) {
    if (!request.database.isOpen) return;
    const rows = select.all(last, PAGE_ROWS) as DocumentRow[];
    for (const row of rows) {
      yield row;
      await pause(request);
    }
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1)?.id ?? "";
  }
}

const PAGE_ROWS = 100;

const compareBy = (sort: readonly Sort[], a: JsonObject, b: JsonObject): number => {
  for (const [path, order] of sort) {
    const compared = compareJson(fieldAt(a, path) ?? null, fieldAt(b, path) ?? null);
    if (compared !== 0) return order === "desc" ? -compared : compared;
  }
  const byId = String(a._id) < String(b._id) ? -1 : 1;
  return sort[0]?.[1] === "desc" ? -byId : byId;
};

/** A bookmark is how many rows were shown. */
const bookmarkText = (shown: number): string => Buffer.from(`p${shown}`).toString("base64url");
