import type { Server } from "../connection/server.ts";
import { type Change, type Changes, readPage } from "../replication/changes-pages.ts";
import type { Checkpoints, HeardPage } from "../replication/pull.ts";
import { calmInterval } from "./back-off.ts";
import type { Timers } from "./waker.ts";

/** How long one waiting request stays open (ms); shorter than the minute after which proxies cut it. */
const pollTimeout = 50_000;
/** Milliseconds before asking again after a wait without news: some proxies answer at once. */
const quietPause = 1_000;
/** After a wait that broke off something may have happened unheard: a look within so many milliseconds, each phone at its own moment. */
const retryDelay = { least: 1_000, most: 6_000 };
/** Documents that an answer brings along; where more has changed the round asks for the rest. */
const mostHeard = 50;
/** At most so many requests may wait at once: over HTTP/1.1 a browser has six connections for everything. */
const mostWaits = 2;

type Tools = {
  readonly server: Server;
  readonly checkpoints: Checkpoints;
  readonly clock: Timers;
  /** In [0, 1). */
  readonly random: () => number;
  readonly isHidden: () => boolean;
  /** Resolves once no round is under way: what it sends and receives is no news. */
  readonly settled: () => Promise<unknown>;
  /** True where this phone has a document as the server does: it wrote it, or has it already. */
  readonly isKnown: (database: string, change: Change) => boolean;
};

/**
 * Waits at the server for news of several databases, and rings once for each, also where the wait broke off; what this phone wrote
 * itself is no news. Heard again when told to. A hidden page needs no short timer.
 */
export const openChangeListener = (tools: Tools, onChange: (database: string, heard?: HeardPage) => void) => {
  const waiting = new Map<string, AbortController>();

  const later = (call: () => unknown, controller: AbortController, milliseconds: number) => {
    const wait = tools.isHidden() ? calmInterval : milliseconds;
    tools.clock.setTimeout(() => controller.signal.aborted || call(), wait);
  };

  const waitForChange = async (database: string, controller: AbortController, known?: Known): Promise<void> => {
    const outcome = await poll(tools, database, controller.signal, known);
    if (outcome.type === "rang") await tools.settled();
    if (controller.signal.aborted) return;
    if (outcome.type === "quiet")
      return later(() => waitForChange(database, controller, known), controller, quietPause);
    if (outcome.type === "rang" && outcome.page?.changes.every((change) => tools.isKnown(database, change)))
      return waitForChange(database, controller, outcome.known);
    waiting.delete(database);
    if (outcome.type === "rang") onChange(database, outcome.page);
    if (outcome.type === "failed") {
      later(
        () => onChange(database),
        controller,
        retryDelay.least + (retryDelay.most - retryDelay.least) * tools.random(),
      );
    }
  };

  const stopWaiting = (database: string) => {
    waiting.get(database)?.abort();
    waiting.delete(database);
  };

  return {
    /** `first`: the database of the site that is shown, where the account has several. */
    listenTo: (databases: readonly string[], first?: string): void => {
      const wanted = databasesToWatch(databases, first);
      for (const database of [...waiting.keys()]) if (!wanted.includes(database)) stopWaiting(database);
      for (const database of wanted) {
        if (waiting.has(database)) continue;
        const controller = new AbortController();
        waiting.set(database, controller);
        void waitForChange(database, controller);
      }
    },
    close: (): void => {
      for (const database of [...waiting.keys()]) stopWaiting(database);
    },
  };
};

/** How far a database was listened to from where pulling stood: over changes that are known, which the next wait leaves out. */
type Known = { readonly checkpoint: string; readonly last: string };

type Outcome =
  | { readonly type: "rang"; readonly page?: HeardPage; readonly known?: Known }
  | { readonly type: "quiet" | "failed" | "tooEarly" };

/** Waits until another session changes something in a database. A server that does not know `quiet` tells of this phone's writes, too. */
const poll = async (
  { server, checkpoints }: Tools,
  database: string,
  signal: AbortSignal,
  known: Known | undefined,
): Promise<Outcome> => {
  const checkpoint = await checkpoints.get(database);
  if (checkpoint === undefined) return { type: "tooEarly" };
  const since = known?.checkpoint === checkpoint ? known.last : checkpoint;
  const wait = `feed=longpoll&quiet=true&timeout=${pollTimeout}&since=${encodeURIComponent(since)}`;
  const options = { signal, timeout: pollTimeout + 15_000 };
  const answer = await server.get<Changes>(
    `${database}/_changes?${wait}&include_docs=true&limit=${mostHeard}`,
    options,
  );
  if (!answer.ok || !Array.isArray(answer.value.results)) return { type: "failed" };
  if (answer.value.results.length === 0) return { type: "quiet" };
  const page = readPage(answer.value);
  if (!page?.changes.every(isWhole)) return { type: "rang" };
  return { type: "rang", page: { ...page, since }, known: { checkpoint, last: page.last } };
};

/** False for a row that cannot be stored; the answer rings all the same, for something may have changed. */
const isWhole = ({ id, changes, doc }: Change): boolean =>
  id !== undefined && changes?.[0]?.rev !== undefined && doc !== undefined;

/** Sites first, the one that is shown before the others, then the newest trips. */
const databasesToWatch = (databases: readonly string[], first: string | undefined): readonly string[] => {
  const sites = databases
    .filter((database) => database.startsWith("site-"))
    .sort((a, b) => Number(b === first) - Number(a === first));
  const trips = databases
    .filter((database) => database.startsWith("trip-"))
    .sort()
    .reverse();
  return [...sites.slice(0, trips.length > 0 ? 1 : mostWaits), ...trips].slice(0, mostWaits);
};
