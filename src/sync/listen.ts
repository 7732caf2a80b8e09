import type { Checkpoints } from "./pull.ts";
import type { Server } from "./server.ts";

/** How long one waiting request stays open (ms); shorter than the minute after which proxies cut it. */
const patience = 50_000;

/**
 * Waits at the server until something changes in a database, without documents: a bell, not a carrier. Answers true when it
 * rang, false when the wait ended without news or failed.
 */
export const listen = async (
  { server, checkpoints }: { readonly server: Server; readonly checkpoints: Checkpoints },
  database: string,
  signal: AbortSignal,
): Promise<"rang" | "quiet" | "failed"> => {
  const since = await checkpoints.get(database);
  if (since === undefined) return "failed";
  const query = `feed=longpoll&limit=1&timeout=${patience}&since=${encodeURIComponent(since)}`;
  const answer = await server.get<{ readonly results: readonly unknown[] }>(`${database}/_changes?${query}`, {
    signal,
    timeout: patience + 15_000,
  });
  if (!answer.ok) return "failed";
  return answer.value.results.length > 0 ? "rang" : "quiet";
};
