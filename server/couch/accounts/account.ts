import type { JsonObject } from "../json/json.ts";

/** Somebody who may log in. `salt` goes into the session cookie: a new password ends old sessions. */
export type Account = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly salt: string;
  readonly record: JsonObject;
};
