import { joinSeen } from "../../src/domain/merge/stamps.ts";
import type { Act } from "../workers/catch-up.ts";
import { type Seen, seenIn } from "./entry-index.ts";
import { factsOf } from "./facts-of.ts";
import type { Ledger, Read } from "./ledger.ts";
import { revisionsOf } from "./unrecorded-revisions.ts";

/** Enters one page of a database's feed in the chain; done when it is on the disk. Twice is once. */
export const enterChanges =
  (ledger: Pick<Ledger, "has" | "seen" | "enter">): Act =>
  async (couch, database, changed) => {
    const has = (id: string, rev: string) => ledger.has(database, id, rev);
    const known = new Map<string, Seen>();
    const read: Read[] = [];
    for (const revision of await revisionsOf(couch, database, changed, has)) {
      const { id, rev } = revision;
      const seen = known.get(id) ?? ledger.seen(database, id);
      const facts = factsOf(revision, seen);
      known.set(
        id,
        facts.reduce((all, { stamps }) => joinSeen(all, seenIn(stamps)), seen),
      );
      read.push({ database, id, rev, facts });
    }
    await ledger.enter(read);
    return true;
  };
