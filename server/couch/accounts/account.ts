import type { JsonObject } from "../json/json.ts";

/** A user who may log in. `salt` goes into the session cookie: a new password ends old sessions. */
export type Account = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly salt: string;
  /** Empty for a server administrator, whose password lies in no document. */
  readonly record: JsonObject;
};
