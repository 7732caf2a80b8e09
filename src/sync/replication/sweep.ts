import { addDays } from "../../domain/dates/add-days.ts";
import { isTombstone, type Voidable } from "../../domain/model/kind.ts";
import { ok } from "../../domain/model/result.ts";
import { tombstoneDays } from "../../domain/retention/retention-days.ts";
import type { Store } from "../../store/open-store.ts";
import type { Answer, Server } from "../connection/server.ts";
import { fetchAndMerge } from "./fetch-and-merge.ts";
import { inBatches } from "./in-batches.ts";
import { listDiffering, type Revision } from "./list-differing.ts";
import type { Unanswered } from "./unanswered.ts";

const batchSize = 100;

/**
 * Compares every id and revision with the server's, whatever checkpoints say: finds what never arrived here, what a restored
 * backup has lost there, and where the two differ. Some kilobytes where all is well.
 */
export const sweep = async (
  tools: {
    readonly server: Server;
    readonly store: Store;
    readonly unanswered: Unanswered;
    readonly now: () => string;
  },
  database: string,
): Promise<Answer<void>> => {
  const here = tools.store.rows(database);
  // A phone keeps what the server has purged by now, which would be a difference each time.
  const lastPurged = addDays(tools.now().slice(0, 10), -tombstoneDays);
  const compared = [...here.values()].flatMap(({ rev, document }): readonly Revision[] =>
    rev === "" || String((document as Voidable).erased?.at) < lastPurged ? [] : [[document._id, rev]],
  );
  const listed = await listDiffering(tools.server, database, compared);
  if (!listed.ok) return listed;
  const { there, asked } = listed.value;
  const different = [...there].flatMap(([id, rev]) =>
    id.startsWith("_design/") || here.get(id)?.rev === rev ? [] : [id],
  );
  const gone = [...here.values()].flatMap(({ rev, document }) =>
    rev && asked(rev) && !there.has(document._id) && !isTombstone(document) ? [document._id] : [],
  );
  for (const ids of inBatches([...different, ...gone], batchSize)) {
    const met = await fetchAndMerge(tools, database, ids);
    if (!met.ok) return met;
  }
  return ok(undefined);
};
