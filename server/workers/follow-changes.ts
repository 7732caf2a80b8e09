import { setTimeout as wait } from "node:timers/promises";
import type { CouchClient } from "../couch-client.ts";
import { serverDatabase } from "../phones/phone-record.ts";
import { type ChangeHandler, catchUp } from "./catch-up.ts";

/** Milliseconds that one question for news stays open, and the longest pause after a failure. */
const patience = 50_000;
const longestPause = 60_000;
/** Before the same changes are acted on once more; twice as long each time. */
const shortPause = 100;

/** Where the point of a feed is kept from which the next run goes on. */
export type FeedPosition = {
  read(couch: CouchClient, database: string): Promise<string>;
  keep(couch: CouchClient, database: string, since: string): Promise<void>;
};

export type Following = {
  /** When the feed last answered and was acted on (ISO 8601). */
  lastTime(): string | undefined;
};

/**
 * Acts on every change of one database for as long as the server runs, from where the last run stopped. The place in the feed is
 * kept in the server's own database unless said otherwise. Delivery is at least once, so handlers are idempotent: a worker that is
 * cut off acts on the same changes again, and two servers that follow do no harm.
 */
export const followChanges = (
  couch: CouchClient,
  database: string,
  act: ChangeHandler,
  {
    stopped,
    failed,
    place = inTheServersDatabase,
  }: { readonly stopped: () => boolean; readonly failed: (error: Error) => void; readonly place?: FeedPosition },
): Following => {
  let last: string | undefined;
  const run = async () => {
    let pause = 1_000;
    let unfinished = 0;
    let since: string | undefined;
    const counted: ChangeHandler = async (...changes) => {
      const isDone = await act(...changes);
      unfinished = isDone ? 0 : unfinished + 1;
      return isDone;
    };
    while (!stopped()) {
      try {
        since ??= await place.read(couch, database);
        last = new Date().toISOString();
        // A store in this process says when there is something; elsewhere the question stays open until there is.
        const isQuiet = couch.hasNews && !(await couch.hasNews(database, since, patience));
        const reached = isQuiet ? since : await catchUp(couch, database, since, counted, couch.hasNews ? 0 : patience);
        if (reached !== since) await place.keep(couch, database, reached);
        else if (!isQuiet) await wait(Math.min(shortPause * 2 ** unfinished, longestPause), undefined, { ref: false });
        since = reached;
        last = new Date().toISOString();
        pause = 1_000;
      } catch (error) {
        if (stopped()) return;
        failed(error as Error);
        await wait(pause, undefined, { ref: false });
        pause = Math.min(2 * pause, longestPause);
      }
    }
  };
  void run();
  return { lastTime: () => last };
};

/**
 * Where no account writes: in a CouchDB every member of a database may write its `_local` documents, and so could stop the workers or
 * send them back. The place that earlier releases kept in the database itself (`_local/prystan-workers`) is not taken over: nobody knows
 * who wrote it. The first start reads each database once from its beginning, which makes up for whatever was skipped.
 */
const placeOf = (database: string): string => `${serverDatabase}/_local/follower:${database}`;

const inTheServersDatabase: FeedPosition = {
  read: async (couch, database) => (await couch.get<{ readonly since?: string }>(placeOf(database))).body.since ?? "0",
  /** Another server that keeps its place at the same moment is as good: 409 is no failure. */
  keep: async (couch, database, since) => {
    const { body } = await couch.get<{ readonly _rev?: string }>(placeOf(database));
    await couch.put(placeOf(database), { ...(body._rev && { _rev: body._rev }), since });
  },
};
