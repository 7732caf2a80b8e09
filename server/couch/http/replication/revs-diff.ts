import { findDocument } from "../../documents/find-document.ts";
import type { Json } from "../../json/json.ts";
import { notAllowed } from "../../refuse.ts";
import { parseRevision, revisionText } from "../../revisions/revision.ts";
import { findRevision, leavesOf } from "../../revisions/revision-tree.ts";
import type { Database } from "../../store/database.ts";
import { revisionList } from "../document/render-options.ts";
import { type Answer, json } from "../transport/answer.ts";
import { objectBody, requireJsonType } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";

type Missing = { readonly missing: string[]; readonly possible_ancestors?: string[] };

/** `_revs_diff`: which of the named revisions are not here, and what they might descend from. */
export const answerRevsDiff = (request: DatabaseRequest): Answer => json(200, Object.fromEntries(diff(request)));

/** `_missing_revs`: the older form of the same question. */
export const answerMissingRevs = (request: DatabaseRequest): Answer =>
  json(200, { missing_revs: Object.fromEntries([...diff(request)].map(([id, { missing }]) => [id, missing])) });

const diff = (request: DatabaseRequest): Map<string, Missing> => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  const asked = Object.entries(objectBody(request));
  const found = asked.map(([id, revs]) => [id, missingOf(request.database, id, revs)] as const);
  return new Map(found.filter((entry): entry is readonly [string, Missing] => entry[1] !== undefined));
};

const missingOf = (database: Database, id: string, revs: Json): Missing | undefined => {
  const wanted = revisionList(revs);
  const tree = findDocument(database, id)?.tree ?? [];
  const lacking = wanted.filter(({ generation, hash }) => findRevision(tree, generation, hash) < 0);
  if (lacking.length === 0) return undefined;
  const missing = [...new Set(lacking.map(revisionText))];
  const newest = Math.max(...missing.map((rev) => parseRevision(rev).generation));
  const ancestors = leavesOf(tree)
    .filter(({ generation }) => generation < newest)
    .map(revisionText);
  return ancestors.length > 0 ? { missing, possible_ancestors: ancestors } : { missing };
};
