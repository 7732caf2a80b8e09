import { setTimeout as wait } from "node:timers/promises";
import type { CouchClient } from "../couch-client.ts";
import { type Act, catchUp } from "./changes.ts";

/** Milliseconds that one question for news stays open, and the longest pause after a failure. */
const patience = 50_000;
const longestPause = 60_000;
/** Before the same changes are acted on once more. */
const shortPause = 100;
const place = "_local/prystan-workers";

export type Following = {
  /** When the feed last answered and was acted on (ISO 8601). */
  lastTime(): string | undefined;
};

/**
 * Acts on every change of one database for as long as the server runs, from where the last run stopped. The place in the feed is
 * kept in the database itself: whoever is cut off acts on the same changes again, and two servers that follow do no harm.
 */
export const follow = (
  couch: CouchClient,
  database: string,
  act: Act,
  { stopped, failed }: { readonly stopped: () => boolean; readonly failed: (error: Error) => void },
): Following => {
  let last: string | undefined;
  const run = async () => {
    let pause = 1_000;
    let since: string | undefined;
    while (!stopped()) {
      try {
        since ??= (await couch.get<{ since?: string }>(`${database}/${place}`)).body.since ?? "0";
        last = new Date().toISOString();
        const reached = await catchUp(couch, database, since, act, patience);
        if (reached === since) await wait(shortPause, undefined, { ref: false });
        else await keepPlace(couch, database, reached);
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

/** Another server that keeps its place at the same moment is as good: 409 is no failure. */
const keepPlace = async (couch: CouchClient, database: string, since: string): Promise<void> => {
  const { body } = await couch.get<{ readonly _rev?: string }>(`${database}/${place}`);
  await couch.put(`${database}/${place}`, { ...(body._rev && { _rev: body._rev }), since });
};
