import type { Document } from "../../src/domain/document.ts";
import { kindNamed } from "../../src/domain/kinds.ts";
import { includes, merge } from "../../src/domain/merge.ts";
import { isReadable } from "../../src/domain/readable.ts";
import type { CouchClient } from "../couch-client.ts";

type Winner = { readonly _id: string; readonly _rev: string; readonly _conflicts?: readonly string[] };
type Changes = {
  readonly results: readonly { readonly doc?: Winner | null }[];
  readonly last_seq: string | number;
  readonly pending?: number;
};
type Leaf = { readonly rev: string; readonly document: Document };

const pageSize = 500;

/**
 * Joins what was written on two nodes of a cluster, or on two servers that were replicated, with the phones' own merge: phones read
 * the winner only, so a losing leaf is an edit that nobody sees. Goes on from `since` and answers where it came to. Idempotent:
 * a loser goes only after the merge is stored, and whoever is cut off in between does it again.
 */
export const mergeLeaves = async (couch: CouchClient, database: string, since: string): Promise<string> => {
  const query = `include_docs=true&conflicts=true&limit=${pageSize}&since=${encodeURIComponent(since)}`;
  const { status, body } = await couch.get<Changes>(`${database}/_changes?${query}`);
  if (status !== 200) return since;
  const winners = body.results.flatMap(({ doc }) => (doc?._conflicts ? [doc] : []));
  const joined = await Promise.all(winners.map((winner) => joinLeaves(couch, database, winner)));
  if (joined.includes(false)) return since;
  const reached = String(body.last_seq);
  return (body.pending ?? 0) > 0 ? mergeLeaves(couch, database, reached) : reached;
};

/** False where somebody wrote meanwhile: the next pass sees it as it is then. */
const joinLeaves = async (couch: CouchClient, database: string, winner: Winner): Promise<boolean> => {
  const path = `${database}/${encodeURIComponent(winner._id)}`;
  const answers = await Promise.all(
    (winner._conflicts ?? []).map((rev) => couch.get<Winner>(`${path}?rev=${encodeURIComponent(rev)}`)),
  );
  const top = leafOf(winner);
  const losers = answers.flatMap(({ status, body }) => (status === 200 ? (leafOf(body) ?? []) : []));
  if (!top || losers.length === 0) return true;
  const rule = kindNamed(top.document.kind)?.rule ?? (() => "newest" as const);
  const joined = losers.reduce((before, { document }) => merge(rule, before, document), top.document);
  if (!includes(top.document, joined)) {
    const stored = await couch.put(path, { ...joined, _rev: top.rev });
    if (stored.status !== 201) return false;
  }
  const docs = losers.map(({ rev }) => ({ _id: winner._id, _rev: rev, _deleted: true }));
  const answer = await couch.post(`${database}/_bulk_docs`, { docs });
  return answer.status === 201;
};

/** Nothing for what no phone can read either: it stays for a person to look at. */
const leafOf = ({ _rev, _conflicts, ...document }: Winner): Leaf | undefined =>
  isReadable(document) ? { rev: _rev, document } : undefined;
