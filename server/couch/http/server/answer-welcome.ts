import { notAllowed } from "../../refuse.ts";
import { type Answer, json } from "../transport/answer.ts";
import type { CouchRequest } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";

/** The CouchDB whose behaviour this server follows. */
const VERSION = "3.5.0";

export const answerWelcome = ({ store }: CouchServer, { method }: CouchRequest): Answer =>
  method === "GET" || method === "HEAD"
    ? json(200, {
        couchdb: "Welcome",
        version: VERSION,
        uuid: store.uuid,
        features: ["pluggable-storage-engines"],
        vendor: { name: "Prystan embedded store" },
      })
    : notAllowed("GET,HEAD");
