import { hash } from "node:crypto";
import type { Json, JsonObject } from "../json/json.ts";
import { sortMembers } from "../json/sort-members.ts";

/**
 * The hash of a new revision: md5 of parent, deletion mark, canonical body and attachments. Equal content on an
 * equal parent gives an equal revision on every server. `text` is the body as written by JSON.stringify.
 */
export const hashRevision = (
  parent: { readonly generation: number; readonly hash: string },
  deleted: boolean,
  fields: JsonObject,
  text: string,
  attachments: Json[] = [],
): string => {
  const sorted = sortMembers(fields);
  const body = sorted === fields ? text : JSON.stringify(sorted);
  const head = `[${deleted},${parent.generation},"${parent.hash}"`;
  return hash("md5", `${head},${body},${JSON.stringify(attachments)}]`);
};
