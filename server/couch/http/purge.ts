import { purgeDocument } from "../documents/purge-document.ts";
import { notAllowed } from "../refuse.ts";
import { type Answer, json } from "./answer.ts";
import type { DatabaseRequest } from "./answer-database.ts";
import { objectBody, requireJsonType } from "./couch-request.ts";
import type { CouchServer } from "./couch-server.ts";
import { revisionList } from "./render-options.ts";

/** `_purge`: for server administrators, who are checked before. */
export const answerPurge = async ({ store }: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { method, database } = request;
  if (method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  const asked = Object.entries(objectBody(request)).map(([id, revs]) => [id, revisionList(revs)] as const);
  const purged = await store.write(database, () =>
    asked.map(([id, revs]) => [id, purgeDocument(database, id, revs)] as const),
  );
  return json(201, { purge_seq: null, purged: Object.fromEntries(purged) });
};
