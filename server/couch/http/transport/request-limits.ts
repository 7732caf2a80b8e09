import { isServerAdmin, type UserContext } from "../../accounts/user-context.ts";
import type { Json } from "../../json/json.ts";
import type { JsonLimits } from "../../json/parse-json.ts";
import { refuse } from "../../refuse.ts";

/** Bytes of JSON that an account may send at once: parsing holds everybody up. A server administrator's bodies have the server's limit only. */
export const MOST_JSON_BYTES = 1024 * 1024;
/** Bytes that somebody who has not signed in may send: a sign-in has two short fields. */
export const MOST_BYTES_OF_NOBODY = 8_192;
/** Bytes of a question or a setting. */
export const MOST_QUESTION_BYTES = 256 * 1024;

/** Bytes that a packed body of this user may unpack to. */
export const mostUnpacked = (user: UserContext, mostBytes: number): number => {
  if (isServerAdmin(user)) return mostBytes;
  return user.name === null ? MOST_BYTES_OF_NOBODY : MOST_JSON_BYTES;
};

/** Different names of members in one JSON text of an account: more than a record of 64 KB can have, for whatever was stored can be written again. */
const MOST_NAMES = 12_000;

export const jsonLimitsOf = (user: UserContext): JsonLimits => (isServerAdmin(user) ? {} : { names: MOST_NAMES });

/** Refuses (413) a longer body. */
export const checkJsonBytes = ({ user, body }: { readonly user: UserContext; readonly body: Buffer }): void =>
  checkBytes(body, isServerAdmin(user) ? Number.POSITIVE_INFINITY : MOST_JSON_BYTES);

export const checkBytes = ({ length }: Buffer, most: number): void => {
  if (length > most) refuse(413, "too_large", "the request entity is too large");
};

/** What CouchDB takes in one list (`max_bulk_docs_count`, `max_bulk_get_count`). */
const MOST_IN_A_LIST = 10_000;

/** Refuses (413) a longer list, in CouchDB's words. */
export const checkCount = (
  list: readonly Json[],
  name: "bulk_docs" | "bulk_get" | "keys" | "doc_ids" | "queries",
): void => {
  if (list.length > MOST_IN_A_LIST) refuse(413, `max_${name}_count_exceeded`, String(MOST_IN_A_LIST));
};
