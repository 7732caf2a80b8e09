import { isTombstone } from "../../domain/model/kind.ts";
import { err, ok } from "../../domain/model/result.ts";
import type { Store } from "../../store/open-store.ts";
import type { Answer, Server } from "../connection/server.ts";
import { fetchAndMerge } from "./fetch-and-merge.ts";
import { inBatches } from "./in-batches.ts";
import type { Unanswered } from "./unanswered.ts";

const batchSize = 100;

/**
 * Compares every id and revision with the server's, whatever checkpoints say: finds what never arrived here, what a restored
 * backup has lost there, and where the two differ. One request of some 100 bytes a document where all is well.
 */
export const sweep = async (
  tools: { readonly server: Server; readonly store: Store; readonly unanswered: Unanswered },
  database: string,
): Promise<Answer<void>> => {
  const answer = await tools.server.get<Listed>(`${database}/_all_docs`);
  if (!answer.ok) return answer;
  const { rows } = answer.value;
  if (!Array.isArray(rows)) return err({ type: "later" });
  const there = new Map((rows as Listed["rows"]).map(({ id, value }) => [id, value.rev]));
  const here = tools.store.rows(database);
  const different = [...there].flatMap(([id, rev]) =>
    id.startsWith("_design/") || here.get(id)?.rev === rev ? [] : [id],
  );
  const gone = [...here.values()].flatMap(({ rev, document }) =>
    rev && !there.has(document._id) && !isTombstone(document) ? [document._id] : [],
  );
  for (const ids of inBatches([...different, ...gone], batchSize)) {
    const met = await fetchAndMerge(tools, database, ids);
    if (!met.ok) return met;
  }
  return ok(undefined);
};

type Listed = { readonly rows: readonly { readonly id: string; readonly value: { readonly rev: string } }[] };
