import { setTimeout as wait } from "node:timers/promises";
import type { CouchClient } from "../couch-client.ts";
import { followChanges } from "../workers/follow-changes.ts";
import { auditFiles } from "./audit-files.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { recordChanges } from "./record-changes.ts";

export type Audit = {
  /** Entries in the chain; nothing where another process keeps it. */
  entries(): number | undefined;
  /** Signs where the chain stands; what is not entered yet is entered at the next start. */
  stop(): Promise<void>;
};

type Log = (event: object) => void;

/** Milliseconds between looks for new databases. A new one is read from its beginning, so nothing of it is missed. */
const lookPause = 5_000;
/** Between two rounds through one database, so that one page takes up many pushes: woken by each, it would take their time. */
const rest = 3_000;
const headPause = 10 * 60_000;

/**
 * Follows every database that the store has and enters who changed what in the chain. The place in each feed is kept beside the
 * chain and not in the store: fronts of one CouchDB each keep a whole chain of their own.
 */
export const startAudit = async (couch: CouchClient, dataDir: string, log: Log): Promise<Audit> => {
  const ledger = await openLedger(auditFiles(dataDir), { log }).catch(({ name, message }: Error) => {
    log({ event: "audit-not-kept", name, message });
    return undefined;
  });
  if (!ledger) return { entries: () => undefined, stop: () => Promise.resolve() };
  let isStopped = false;
  const failed = (database?: string) => (error: Error) => {
    if (!isStopped)
      log({ event: "audit-failed", ...(database && { database }), name: error.name, message: error.message });
  };
  const every = async (pause: number, work: () => Promise<unknown> | unknown) => {
    while (!isStopped) {
      await wait(pause, undefined, { ref: false });
      if (!isStopped) await Promise.resolve().then(work).catch(failed());
    }
  };
  const look = followAll(couch, ledger, { isStopped: () => isStopped, failed });
  void look().catch(failed());
  void every(lookPause, look);
  void every(headPause, () => ledger.sign());
  return {
    entries: () => ledger.tip().n,
    stop: async () => {
      isStopped = true;
      await ledger.close();
    },
  };
};

/** Begins with databases that are new and leaves those that are gone. */
const followAll = (
  couch: CouchClient,
  ledger: Ledger,
  {
    isStopped,
    failed,
  }: { readonly isStopped: () => boolean; readonly failed: (database: string) => (error: Error) => void },
) => {
  let there: ReadonlySet<string> = new Set();
  const act = recordChanges(ledger);
  const place = {
    read: async (_: CouchClient, database: string) => ledger.place(database) ?? "0",
    keep: async (_: CouchClient, database: string, since: string) => {
      ledger.keepPlace(database, since);
      await wait(rest, undefined, { ref: false });
    },
  };
  return async (): Promise<void> => {
    const { status, body } = await couch.get<readonly string[]>("_all_dbs");
    if (status !== 200) throw new Error(`the list of databases answered ${status}`);
    const before = there;
    there = new Set((body as readonly string[]).filter((name) => name === "_users" || !name.startsWith("_")));
    for (const database of there) {
      if (before.has(database)) continue;
      const stopped = () => isStopped() || !there.has(database);
      followChanges(couch, database, act, { stopped, failed: failed(database), place });
    }
  };
};
