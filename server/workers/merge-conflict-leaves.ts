import { dominates, merge } from "../../src/domain/merge/merge.ts";
import { lengthOf } from "../../src/domain/model/check-document.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { maxDocumentBytes } from "../../src/domain/model/field.ts";
import { isReadable } from "../../src/domain/model/is-readable.ts";
import { mergeRuleOf } from "../../src/domain/model/kinds.ts";
import type { CouchClient } from "../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "./catch-up.ts";

type Leaf = { readonly rev: string; readonly document: Document };

/**
 * Joins what was written on two nodes of a cluster, or on two servers that were replicated, with the phones' own merge: phones read
 * the winner only, so a losing leaf is an edit that no reader sees. Idempotent: a loser goes only after the merge is stored, and
 * a worker that is cut off in between does it again.
 */
export const mergeConflictLeaves: ChangeHandler = async (couch, database, changed) => {
  const winners = changed.filter(({ _conflicts }) => _conflicts);
  const joined = await Promise.all(winners.map((winner) => joinLeaves(couch, database, winner)));
  return !joined.includes(false);
};

/** False where another write came in between: the next pass sees the newer state. */
const joinLeaves = async (couch: CouchClient, database: string, winner: ChangedDocument): Promise<boolean> => {
  const path = `${database}/${encodeURIComponent(winner._id)}`;
  const answers = await Promise.all(
    (winner._conflicts ?? []).map((rev) => couch.get<ChangedDocument>(`${path}?rev=${encodeURIComponent(rev)}`)),
  );
  const top = leafOf(winner);
  const losers = answers.flatMap(({ status, body }) => (status === 200 ? (leafOf(body) ?? []) : []));
  if (!top || losers.length === 0) return true;
  const rule = mergeRuleOf(top.document);
  const joined = losers.reduce((before, { document }) => merge(rule, before, document), top.document);
  // What no account could change any more stays apart, for a person to look at: the phones read the winner.
  if (lengthOf(joined) > maxDocumentBytes && lengthOf(joined) > lengthOf(top.document)) return true;
  if (!dominates(top.document, joined)) {
    const stored = await couch.put(path, { ...joined, _rev: top.rev });
    if (stored.status !== 201) return false;
  }
  const docs = losers.map(({ rev }) => ({ _id: winner._id, _rev: rev, _deleted: true }));
  const answer = await couch.post(`${database}/_bulk_docs`, { docs });
  return answer.status === 201;
};

/** Nothing for what no phone can read either: it stays for a person to look at. */
const leafOf = ({ _rev, _conflicts, ...document }: ChangedDocument): Leaf | undefined =>
  isReadable(document) ? { rev: _rev, document } : undefined;
