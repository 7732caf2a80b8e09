import type { CouchClient } from "../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "./catch-up.ts";
import { mergeConflictLeaves } from "./merge-conflict-leaves.ts";

/** Milliseconds after which versions that are still unmerged are reported. */
const tooLong = 5 * 60_000;

/** Remembers which documents have more than one living version, and says so when one stays that way. */
export const watchOldConflicts = (log: (event: object) => void, now: () => number = Date.now) => {
  const since = new Map<string, Map<string, number>>();
  const conflictsIn = (database: string): Map<string, number> => {
    const known = since.get(database) ?? new Map<string, number>();
    since.set(database, known);
    return known;
  };
  const old = (): number =>
    [...since.values()].flatMap((known) => [...known.values()]).filter((at) => now() - at >= tooLong).length;

  const note: ChangeHandler = async (_, database, changed) => {
    const known = conflictsIn(database);
    for (const { _id, _conflicts } of changed) {
      if (!_conflicts) known.delete(_id);
      else if (!known.has(_id)) known.set(_id, now());
    }
    return true;
  };
  return {
    note,
    old,
    /** Looks at them once more; what is merged by now is forgotten. */
    look: async (couch: CouchClient): Promise<void> => {
      for (const [database, known] of since) {
        if (known.size === 0) continue;
        const keys = [...known.keys()];
        const { body } = await couch.post<{ rows: readonly { readonly doc?: ChangedDocument | null }[] }>(
          `${database}/_all_docs?include_docs=true&conflicts=true`,
          { keys },
        );
        const there = (body.rows ?? []).flatMap(({ doc }) => doc ?? []);
        await mergeConflictLeaves(couch, database, there);
        await note(couch, database, there);
      }
      if (old() > 0) log({ event: "conflicts-stay", documents: old() });
    },
  };
};
