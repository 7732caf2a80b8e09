import type { JsonObject } from "../json/json.ts";
import type { Database } from "../store/database.ts";

/** The `_security` object of a database; nobody changes it. Each request asks for it, so it is parsed once for each text. */
export const securityOf = (database: Database): JsonObject => {
  const known = read.get(database);
  if (known?.text === database.security) return known.security;
  const security = JSON.parse(database.security) as JsonObject;
  read.set(database, { text: database.security, security });
  return security;
};

const read = new WeakMap<Database, { readonly text: string; readonly security: JsonObject }>();
