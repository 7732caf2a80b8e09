import type { Server } from "../connection/server.ts";
import type { Checkpoints } from "../replication/pull.ts";
import { calmInterval } from "./back-off.ts";
import type { Clock } from "./waker.ts";

/** How long one waiting request stays open (ms); shorter than the minute after which proxies cut it. */
const patience = 50_000;
/** Milliseconds before asking again after a wait without news: some proxies answer at once. */
const pause = 1_000;
/** After a wait that broke off something may have happened unheard: a look within so many milliseconds, each phone at its own moment. */
const soon = { least: 1_000, most: 6_000 };
/** At most so many requests may wait at once: over HTTP/1.1 a browser has six connections for everything. */
const mostEars = 2;

type Tools = {
  readonly server: Server;
  readonly checkpoints: Checkpoints;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly isHidden: () => boolean;
};

/**
 * Waits at the server for news of several databases, and rings once for each, also where the wait broke off. Heard again when told
 * to. Nobody who does not look at the page needs a short timer.
 */
export const openEars = (tools: Tools, ring: (database: string) => void) => {
  const ears = new Map<string, AbortController>();

  const later = (call: () => unknown, ear: AbortController, milliseconds: number) => {
    const wait = tools.isHidden() ? calmInterval : milliseconds;
    tools.clock.setTimeout(() => ear.signal.aborted || call(), wait);
  };

  const hear = async (database: string, ear: AbortController): Promise<void> => {
    const heard = await listen(tools, database, ear.signal);
    if (ear.signal.aborted) return;
    if (heard === "quiet") return later(() => hear(database, ear), ear, pause);
    ears.delete(database);
    if (heard === "rang") ring(database);
    if (heard === "failed") {
      later(() => ring(database), ear, soon.least + (soon.most - soon.least) * tools.random());
    }
  };

  const closeEar = (database: string) => {
    ears.get(database)?.abort();
    ears.delete(database);
  };

  return {
    listenTo: (databases: readonly string[]): void => {
      const wanted = mostWorthHearing(databases);
      for (const database of [...ears.keys()]) if (!wanted.includes(database)) closeEar(database);
      for (const database of wanted) {
        if (ears.has(database)) continue;
        const ear = new AbortController();
        ears.set(database, ear);
        void hear(database, ear);
      }
    },
    close: (): void => {
      for (const database of [...ears.keys()]) closeEar(database);
    },
  };
};

/** Waits until something changes in a database, without documents: a bell, not a carrier. */
const listen = async (
  { server, checkpoints }: Tools,
  database: string,
  signal: AbortSignal,
): Promise<"rang" | "quiet" | "failed" | "tooEarly"> => {
  const since = await checkpoints.get(database);
  if (since === undefined) return "tooEarly";
  const query = `feed=longpoll&limit=1&timeout=${patience}&since=${encodeURIComponent(since)}`;
  const options = { signal, timeout: patience + 15_000 };
  const answer = await server.get<{ readonly results?: unknown }>(`${database}/_changes?${query}`, options);
  if (!answer.ok || !Array.isArray(answer.value.results)) return "failed";
  return answer.value.results.length > 0 ? "rang" : "quiet";
};

/** People first, then the newest trips. */
const mostWorthHearing = (databases: readonly string[]): readonly string[] => {
  const sites = databases.filter((database) => database.startsWith("site-"));
  const trips = databases
    .filter((database) => database.startsWith("trip-"))
    .sort()
    .reverse();
  return [...sites.slice(0, trips.length > 0 ? 1 : mostEars), ...trips].slice(0, mostEars);
};
