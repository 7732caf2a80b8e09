import { findDocument } from "../../documents/find-document.ts";
import { parseMembers } from "../../json/parse-members.ts";
import { badRequest, notAllowed } from "../../refuse.ts";
import { parseRevision, type Revision, revisionText } from "../../revisions/revision.ts";
import { findRevision, leavesOf } from "../../revisions/revision-tree.ts";
import type { Database } from "../../store/database.ts";
import { revisionList } from "../document/render-options.ts";
import { type Answer, json } from "../transport/answer.ts";
import { begin, pause, requireJsonType } from "../transport/couch-request.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { checkJsonBytes } from "../transport/request-limits.ts";

type Missing = { readonly missing: string[]; readonly possible_ancestors?: string[] };

/** `_revs_diff`: which of the named revisions are not here, and what they might descend from. */
export const answerRevsDiff = async (request: DatabaseRequest): Promise<Answer> =>
  json(200, Object.fromEntries(await diff(request)));

/** `_missing_revs`: the older form of the same question. */
export const answerMissingRevs = async (request: DatabaseRequest): Promise<Answer> =>
  json(200, { missing_revs: Object.fromEntries([...(await diff(request))].map(([id, { missing }]) => [id, missing])) });

const diff = async (request: DatabaseRequest): Promise<Map<string, Missing>> => {
  if (request.method !== "POST") return notAllowed("POST");
  requireJsonType(request);
  await begin(request);
  // CouchDB's replicator names a document twice that changed twice since it asked last.
  const asked = new Map<string, Revision[]>();
  for (const [id, revs] of membersOf(request)) asked.set(id, [...(asked.get(id) ?? []), ...revisionList(revs)]);
  const found = new Map<string, Missing>();
  for (const [id, revs] of asked) {
    const missing = missingOf(request.database, id, revs);
    if (missing) found.set(id, missing);
    await pause(request);
  }
  return found;
};

const membersOf = (request: DatabaseRequest) => {
  checkJsonBytes(request);
  return parseMembers(request.body);
};

/** CouchDB keeps so many of a document. */
const MOST_REVISIONS = 1_000;

const missingOf = (database: Database, id: string, wanted: readonly Revision[]): Missing | undefined => {
  if (wanted.length > MOST_REVISIONS) return badRequest(`At most ${MOST_REVISIONS} revisions of a document.`);
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
