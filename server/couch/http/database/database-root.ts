import { randomUUID } from "node:crypto";
import { readDraft } from "../../documents/draft.ts";
import { notAllowed } from "../../refuse.ts";
import type { Database } from "../../store/database.ts";
import { sequenceText } from "../../store/sequence.ts";
import { documentPath, saveOne, saveWithoutAnswer } from "../document/save-one.ts";
import { type Answer, json } from "../transport/answer.ts";
import { jsonBody, requireJsonType } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";

/** `GET /db` tells about the database, `POST /db` adds a document. */
export const answerDatabaseRoot = async (server: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { method, database } = request;
  if (method === "GET" || method === "HEAD") return json(200, databaseInfo(database));
  if (method !== "POST") return notAllowed("DELETE,GET,HEAD,POST");
  requireJsonType(request);
  const draft = readDraft(jsonBody(request), server.maxDocumentBytes);
  const id = draft.id || newId();
  if (request.query.get("batch") === "ok") return saveWithoutAnswer(server, request, { ...draft, id });
  const { rev } = await saveOne(server, request, { ...draft, id }, "edit");
  return json(201, { ok: true, id, rev }, { location: documentPath(request, id) });
};

export const newId = (): string => randomUUID().replaceAll("-", "");

const databaseInfo = (database: Database): object => {
  const { counters, name, started } = database;
  const size = sizeOf(database);
  return {
    instance_start_time: String(started),
    db_name: name,
    purge_seq: sequenceText(database, counters.purges),
    update_seq: sequenceText(database, counters.seq),
    sizes: { file: size, external: size, active: size },
    props: {},
    doc_del_count: counters.dead,
    doc_count: counters.living,
    disk_format_version: 8,
    compact_running: false,
    cluster: { q: 1, n: 1, w: 1, r: 1 },
  };
};

const BODY_BYTES = 700;

/** A rough figure: the file holds all databases, and adding up every body would read the whole table. */
const sizeOf = ({ counters }: Database): number => (counters.living + counters.dead) * BODY_BYTES;
