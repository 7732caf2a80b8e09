import { err, ok } from "../domain/result.ts";
import type { Store } from "../store/open-store.ts";
import { receivedFrom } from "./meet.ts";
import { isEarlier } from "./sequence.ts";
import type { Answer, Server } from "./server.ts";

/** Where pulling stands, database by database: the server's opaque `since`. Kept on the device. */
export type Checkpoints = {
  get(database: string): Promise<string | undefined>;
  set(database: string, since: string): Promise<void>;
};

/** Documents in one page: small enough to show progress on a slow phone, large enough not to wait on every round trip. */
export const pageSize = 500;
/** Where a page does not arrive in time, the next one asked for is so many times smaller, down to the smallest. */
const shrink = 5;
const smallestPage = 20;

/**
 * Takes over everything that changed on the server since the last time. The checkpoint moves only after the page is committed
 * here, so a phone that dies in between asks for the page again; merging twice is merging once. What cannot be read stays where
 * it is and stops nothing else.
 */
export const pull = async (
  { server, store, checkpoints }: { server: Server; store: Store; checkpoints: Checkpoints },
  database: string,
  onProgress: (done: number, total: number) => void,
): Promise<Answer<Pulled>> => {
  let done = 0;
  let restored = false;
  let size = pageSize;
  for (;;) {
    const since = (await checkpoints.get(database)) ?? "0";
    const query = `include_docs=true&limit=${size}&since=${encodeURIComponent(since)}`;
    const answer = await server.get<Changes>(`${database}/_changes?${query}`);
    if (!answer.ok && answer.error.type === "slow" && size > smallestPage) {
      size /= shrink;
      continue;
    }
    if (!answer.ok) return answer;
    const { results, last_seq, pending = 0 } = answer.value;
    if (!Array.isArray(results) || last_seq === undefined) return err({ type: "later" });
    const changes = results as readonly Change[];
    await store.receive(
      database,
      changes.filter(({ id, deleted }) => !deleted && !id.startsWith("_design/")).flatMap(receivedFrom),
    );
    restored ||= isEarlier(String(last_seq), since);
    await checkpoints.set(database, String(last_seq));
    done += changes.length;
    if (changes.length > 0) onProgress(done, done + pending);
    if (pending === 0 || changes.length === 0) return ok({ restored });
  }
};

/** `restored`: the server counts from an earlier point than before, so it may have lost what it once had. */
export type Pulled = { readonly restored: boolean };

type Changes = {
  readonly results: unknown;
  readonly last_seq?: string | number;
  readonly pending?: number;
};
type Change = { readonly id: string; readonly deleted?: boolean; readonly doc?: unknown };
