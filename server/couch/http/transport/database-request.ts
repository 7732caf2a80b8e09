import type { Database } from "../../store/database.ts";
import type { CouchRequest } from "./couch-request.ts";

/** What an endpoint gets to know. `rest`: the segments after the endpoint's own. */
export type DatabaseRequest = CouchRequest & { readonly database: Database; readonly rest: readonly string[] };
