import { isDesignId } from "../../documents/document-id.ts";
import { findDocument, findRow } from "../../documents/find-document.ts";
import { listLocals } from "../../documents/local-documents.ts";
import { renderRevision } from "../../documents/render-revision.ts";
import { storedText } from "../../documents/stored-text.ts";
import { isObject, type Json } from "../../json/json.ts";
import { badRequest, notAllowed } from "../../refuse.ts";
import { leavesOf, type RevisionNode } from "../../revisions/revision-tree.ts";
import type { Database, DocumentRow } from "../../store/database.ts";
import { sequenceText } from "../../store/sequence.ts";
import { type Answer, jsonText } from "../transport/answer.ts";
import { begin, objectBody, pause, requireJsonType } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { wholeOrStream } from "../transport/whole-or-stream.ts";
import { type AllDocsQuery, readAllDocsQuery } from "./all-docs-query.ts";
import { countBefore, countLiving, type Range, rangeOf, readPages } from "./all-docs-range.ts";

type Kind = "_all_docs" | "_design_docs" | "_local_docs";

/** `_all_docs`, `_design_docs` and `_local_docs`: ids in order, or the ones asked for. */
export const answerAllDocs =
  (kind: Kind) =>
  async (request: DatabaseRequest): Promise<Answer> => {
    const { method, rest } = request;
    if (rest[0] === "queries") return answerQueries(request, kind);
    if (!["GET", "HEAD", "POST"].includes(method)) return notAllowed("GET,HEAD,POST");
    if (method === "POST") {
      requireJsonType(request);
      await begin(request);
    }
    const body = method === "POST" ? objectBody(request) : {};
    if (body.keys !== undefined && !Array.isArray(body.keys)) return badRequest("`keys` body member must be an array.");
    return jsonText(200, await wholeOrStream(listPieces(request, kind, readAllDocsQuery(request, body))));
  };

const answerQueries = async (request: DatabaseRequest, kind: Kind): Promise<Answer> => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  const { queries } = objectBody(request);
  if (queries === undefined) return badRequest("POST body must include `queries` parameter.");
  if (!Array.isArray(queries)) return badRequest("`queries` member must be an array.");
  if (queries.length > MOST_QUERIES) return badRequest(`At most ${MOST_QUERIES} queries can be asked at once.`);
  const read = queries.map((query) =>
    isObject(query) ? readAllDocsQuery(request, query) : badRequest("`queries` must be objects"),
  );
  return jsonText(200, await wholeOrStream(queryPieces(request, kind, read)));
};

const MOST_QUERIES = 100;

async function* queryPieces(
  request: DatabaseRequest,
  kind: Kind,
  queries: readonly AllDocsQuery[],
): AsyncGenerator<string> {
  yield '{"results":[';
  for (const [place, query] of queries.entries()) {
    if (place > 0) yield ",\n";
    yield* listPieces(request, kind, query);
  }
  yield "]}\n";
}

/** The answer as text: its head, the rows in pages, its tail. */
async function* listPieces(request: DatabaseRequest, kind: Kind, query: AllDocsQuery): AsyncGenerator<string> {
  const { database } = request;
  const updateSeq = query.updateSeq ? `"update_seq":"${sequenceText(database, database.counters.seq)}",` : "";
  const range = rangeOf(query, kind === "_design_docs" ? DESIGNS : undefined);
  const hasOffset = !query.keys && kind !== "_local_docs";
  const offset = !hasOffset ? null : query.limit === 0 && query.skip === 0 ? 0 : countBefore(database, range, query);
  yield `{"total_rows":${totalRows(database, kind)},"offset":${offset},${updateSeq}"rows":[\n`;
  let separator = "";
  for (const rows of rowPages(request, kind, range, query)) {
    if (rows.length > 0) yield separator + rows.join(",\n");
    separator = ",\n";
    await pause(request);
  }
  yield "\n]}\n";
}

function* rowPages(request: DatabaseRequest, kind: Kind, range: Range, query: AllDocsQuery): Generator<string[]> {
  if (query.keys) {
    const ordered = query.descending ? query.keys.toReversed() : query.keys;
    const keys = ordered.slice(query.skip, query.skip + query.limit);
    for (let at = 0; at < keys.length || at === 0; at += KEYS_A_PAGE)
      yield keys.slice(at, at + KEYS_A_PAGE).map((key) => keyText(request, kind, key, query));
  } else if (kind === "_local_docs") yield localTexts(request, range, query);
  else
    for (const rows of readPages(request.database, range, query)) yield rows.map((row) => rowText(request, row, query));
}

const KEYS_A_PAGE = 200;

const totalRows = (database: Database, kind: Kind): number | null => {
  if (kind === "_local_docs") return null;
  return kind === "_all_docs" ? database.counters.living : countLiving(database, DESIGNS);
};

const DESIGNS: Range = { from: "_design/", to: "_design0", includesTo: false };

const rowText = (request: DatabaseRequest, row: DocumentRow, query: AllDocsQuery): string => {
  const id = JSON.stringify(row.id);
  const value = row.deleted ? `{"rev":"${row.rev}","deleted":true}` : `{"rev":"${row.rev}"}`;
  const doc = query.includeDocs ? `,"doc":${row.deleted ? "null" : documentText(request, row, query)}` : "";
  return `{"id":${id},"key":${id},"value":${value}${doc}}`;
};

const documentText = (
  { database }: DatabaseRequest,
  row: DocumentRow,
  { conflicts, attachments }: AllDocsQuery,
): string => {
  if (!(conflicts && row.leaves !== "") && !attachments) return row.body;
  const document = findDocument(database, row.id);
  const winner = document && (leavesOf(document.tree)[0] as RevisionNode);
  const options = { conflicts, ...(attachments ? { attachments: "data" as const } : {}) };
  return (document && winner && renderRevision(database, document, winner, options)) ?? row.body;
};

/** One asked-for key: a row also for what is deleted, an error for what never was. */
const keyText = (request: DatabaseRequest, kind: Kind, key: Json, query: AllDocsQuery): string => {
  const isOfKind = typeof key === "string" && (kind !== "_design_docs" || isDesignId(key));
  const row = isOfKind ? findRow(request.database, key) : undefined;
  return row ? rowText(request, row, query) : JSON.stringify({ key, error: "not_found" });
};

const localTexts = ({ database }: DatabaseRequest, range: Range, query: AllDocsQuery): string[] => {
  const locals = listLocals(database, range.from ?? "", range.to ?? "\u{10ffff}");
  if (query.descending) locals.reverse();
  return locals.slice(query.skip, query.skip + query.limit).map(({ id, rev, body }) => {
    const doc = query.includeDocs ? `,"doc":${storedText(id, `0-${rev}`, body, false, {})}` : "";
    return `{"id":${JSON.stringify(id)},"key":${JSON.stringify(id)},"value":{"rev":"0-${rev}"}${doc}}`;
  });
};
