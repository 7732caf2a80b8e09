import { setTimeout as wait } from "node:timers/promises";
import type { CouchClient } from "../couch-client.ts";
import { type ChangeHandler, FeedRefused } from "../workers/catch-up.ts";
import { type FeedPosition, followChanges } from "../workers/follow-changes.ts";
import { auditFiles } from "./audit-files.ts";
import { openGivingWay } from "./give-way.ts";
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
  /** Of each database the follower that reads it now: one that is made anew is read by another. */
  const following = new Map<string, object>();
  const record = recordChanges(ledger);
  return async (): Promise<void> => {
    const { status, body } = await couch.get<readonly string[]>("_all_dbs");
    if (status !== 200) throw new Error(`the list of databases answered ${status}`);
    const there = new Set((body as readonly string[]).filter((name) => name === "_users" || !name.startsWith("_")));
    for (const database of following.keys()) if (!there.has(database)) following.delete(database);
    for (const database of there) if (!following.has(database)) follow(database);
  };

  function follow(database: string): void {
    const follower = {};
    following.set(database, follower);
    const { giveWay, renew } = openGivingWay();
    const act: ChangeHandler = async (...changes) => {
      await giveWay();
      return record(...changes);
    };
    const place: FeedPosition = {
      read: async () => ledger.place(database) ?? "0",
      keep: async (_, __, since) => {
        ledger.keepPlace(database, since);
        await wait(rest, undefined, { ref: false });
        renew();
      },
    };
    const stopped = () => isStopped() || following.get(database) !== follower;
    // A deleted database is no failure of its reader.
    const fails = async (error: Error) => {
      const { status } = await couch.get(database);
      const isGone = status === 404;
      if (isGone && following.get(database) === follower) following.delete(database);
      // It may be there again: made anew at once.
      if (!isGone && !(error instanceof FeedRefused && error.status === 404)) failed(database)(error);
    };
    followChanges(couch, database, act, {
      stopped,
      failed: (error) => void fails(error).catch(failed(database)),
      place,
    });
  }
};
