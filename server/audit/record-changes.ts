import { joinVectors } from "../../src/domain/merge/stamps.ts";
import type { ChangeHandler } from "../workers/catch-up.ts";
import { type EnteredStamps, enteredStampsOf } from "./entry-index.ts";
import { factsOf } from "./facts-of.ts";
import type { Ledger, Read } from "./ledger.ts";
import { unrecordedRevisions } from "./unrecorded-revisions.ts";

/** Enters one page of a database's feed in the chain; done when it is on the disk. Twice is once. */
export const recordChanges =
  (ledger: Pick<Ledger, "has" | "seen" | "enter">): ChangeHandler =>
  async (couch, database, changed) => {
    const has = (id: string, rev: string) => ledger.has(database, id, rev);
    const known = new Map<string, EnteredStamps>();
    const read: Read[] = [];
    for (const revision of await unrecordedRevisions(couch, database, changed, has)) {
      const { id, rev } = revision;
      const seen = known.get(id) ?? ledger.seen(database, id);
      const facts = factsOf(revision, seen);
      known.set(
        id,
        facts.reduce((all, { stamps }) => joinVectors(all, enteredStampsOf(stamps)), seen),
      );
      read.push({ database, id, rev, facts });
    }
    await ledger.enter(read);
    return true;
  };
