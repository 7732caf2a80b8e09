import type { Ending } from "../ending.ts";
import type { Database } from "../store/database.ts";
import { sequenceText } from "../store/sequence.ts";
import type { Turn } from "../turns.ts";
import type { ChangesQuery } from "./changes-query.ts";
import type { FeedFormat } from "./feed-formats.ts";
import { gatherNews, isNews } from "./news.ts";
import { countPending, readChanges } from "./read-changes.ts";
import { type WakeReason, waitForCommit } from "./wait-for-commit.ts";

/** How a feed goes on at the end of what is there. Times in milliseconds; `heartbeat` rules out `timeout`. */
export type Waiting = {
  readonly feed: "normal" | "longpoll" | "continuous";
  readonly timeout: number;
  readonly heartbeat: number | undefined;
};

/** Who reads. `ending` ends a feed whose reader has gone, which is let go, or whose server closes; `mayRead` one whose right to read has ended. */
export type Reader = {
  readonly ending: Ending;
  /** The reader's session, where its own writes are not to wake it. */
  readonly session?: string | undefined;
  readonly turn: Turn;
  readonly mayRead: () => boolean;
};

/**
 * The feed as pieces of text, made one by one as the reader takes them: a slow reader costs no memory.
 */
export async function* streamChanges(
  database: Database,
  query: ChangesQuery,
  waiting: Waiting,
  frame: FeedFormat,
  reader: Reader,
): AsyncGenerator<string> {
  const { ending, turn, session } = reader;
  let from = query.descending ? Number.MAX_SAFE_INTEGER : query.since;
  let left = query.limit;
  let sent = 0;
  let deadline = Date.now() + waiting.timeout;
  yield frame.start;
  const waits = waiting.feed !== "normal" && !query.descending;
  let hasNews = !waits || isNews(database, from, session);
  if (waits && hasNews) await gatherNews(database, from, ending);
  for (;;) {
    // What the reader's own session wrote is read with what others write next.
    const until = !hasNews ? from : database.isOpen ? database.counters.seq : 0;
    let isRead = from >= until;
    let isEnd = !database.isOpen || ending.isOver;
    while (!isEnd) {
      if (turn.isDue()) await turn.take();
      const page = readChanges(database, query, [from, until, left], turn.isDue);
      from = page.last;
      left -= page.rows.length;
      if (page.rows.length > 0) yield frame.rows(page.rows, sent === 0);
      sent += page.rows.length;
      isRead = page.isEnd;
      isEnd = isRead || left === 0 || ending.isOver || !database.isOpen;
    }
    const isDone =
      waiting.feed === "normal" || left === 0 || (waiting.feed === "longpoll" && sent > 0) || query.descending;
    if (isDone || ending.isOver || !database.isOpen)
      return yield end(database, query, frame, from, until, left === 0 || !isRead, sent);
    from = Math.max(from, until);
    if (sent > 0) deadline = Date.now() + waiting.timeout;
    if (sent === 0 && frame.start === "") yield "\n";
    const woken = yield* waitForChange(database, from, { ...waiting, deadline }, frame, reader);
    if (woken !== "changed") return yield end(database, query, frame, from, until, false, sent);
    hasNews = true;
    await gatherNews(database, from, ending);
  }
}

/** Waits, with heartbeats in between. */
async function* waitForChange(
  database: Database,
  from: number,
  { heartbeat, timeout, deadline }: Waiting & { readonly deadline: number },
  frame: FeedFormat,
  reader: Reader,
) {
  for (;;) {
    const ms = heartbeat ?? Math.max(0, Math.min(timeout, deadline - Date.now()));
    const woken = await waitAllowed(database, from, ms, reader);
    if (woken !== "elapsed" || heartbeat === undefined) return woken;
    yield frame.heartbeat;
  }
}

/** Milliseconds after which a waiting feed looks whether it may go on. */
const LOOK_MS = 2_000;

/** Waits for news, and ends with the right to read, before anything is read without it. */
const waitAllowed = async (
  database: Database,
  from: number,
  ms: number,
  { ending, mayRead, session }: Reader,
): Promise<WakeReason> => {
  const until = Date.now() + ms;
  for (;;) {
    // Something may have been committed while the reader took what it was given.
    const isThere = isNews(database, from, session);
    const woken =
      isThere || (await waitForCommit(database, Math.min(LOOK_MS, Math.max(0, until - Date.now())), ending));
    if (woken === "ended" || !database.isOpen || !mayRead()) return "ended";
    if (isThere) return "changed";
    if (Date.now() >= until) return "elapsed";
  }
};

const end = (
  database: Database,
  query: ChangesQuery,
  frame: FeedFormat,
  from: number,
  until: number,
  isCut: boolean,
  sent: number,
): string => {
  const pending = isCut && database.isOpen ? countPending(database, from, until, query.descending) : 0;
  const last = isCut || (query.descending && sent > 0) ? from : until;
  return frame.end(sequenceText(database, Math.min(last, until)), pending, sent === 0);
};
