import { Readable } from "node:stream";
import type { DatabaseEvent, Store } from "../../store/open-store.ts";
import type { Answer } from "../transport/answer.ts";
import { type CouchRequest, numberParameter } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";

const DEFAULT_WAIT_MS = 60_000;

/** `_db_updates`: which databases were made, changed and dropped since the server started; one row a database. */
export const answerDatabaseUpdates = ({ store }: CouchServer, request: CouchRequest): Answer => {
  const feed = request.query.get("feed") ?? "normal";
  const pieces = feed === "continuous" ? continuous(store, request) : once(store, request, feed === "longpoll");
  const headers = { "content-type": "application/json" };
  return { status: 200, body: Readable.from(pieces, { objectMode: false }), headers, isLive: feed !== "normal" };
};

const sinceOf = ({ query }: CouchRequest, store: Store): number => {
  const text = query.get("since") ?? "0";
  if (text === "now") return lastSeq(store);
  const [number, uuid] = text.split("-");
  return uuid === store.uuid ? Number(number) || 0 : 0;
};

const lastSeq = ({ events }: Store): number => events.at(-1)?.seq ?? 0;

const newest = (store: Store, since: number): DatabaseEvent[] => {
  const events = new Map<string, DatabaseEvent>();
  for (const event of store.events) if (event.seq > since) events.set(event.name, event);
  return [...events.values()].sort((a, b) => a.seq - b.seq);
};

const rowText = (store: Store, { seq, name, type }: DatabaseEvent): string =>
  JSON.stringify({ db_name: name, type, seq: `${seq}-${store.uuid}` });

async function* once(store: Store, request: CouchRequest, waits: boolean): AsyncGenerator<string> {
  const since = sinceOf(request, store);
  yield '{"results":[\n';
  if (waits && newest(store, since).length === 0) await nextEvent(store, request);
  const rows = newest(store, since).map((event) => rowText(store, event));
  yield `${rows.join(",\n")}\n],\n"last_seq":"${lastSeq(store)}-${store.uuid}"}\n`;
}

async function* continuous(store: Store, request: CouchRequest): AsyncGenerator<string> {
  let since = sinceOf(request, store);
  yield "\n";
  while (!request.ending.isOver) {
    for (const event of newest(store, since)) {
      since = event.seq;
      yield `${rowText(store, event)}\n`;
    }
    const isElapsed = await nextEvent(store, request);
    if (isElapsed && !request.query.has("heartbeat")) return;
    if (isElapsed) yield "\n";
  }
}

/** Resolves with whether the time ran out. */
const nextEvent = (store: Store, request: CouchRequest): Promise<boolean> =>
  new Promise((resolve) => {
    const wait = numberParameter(request, "timeout", DEFAULT_WAIT_MS);
    const beat =
      request.query.get("heartbeat") === "true" ? DEFAULT_WAIT_MS : numberParameter(request, "heartbeat", wait);
    const settle = (isElapsed: boolean) => {
      clearTimeout(timer);
      store.eventListeners.delete(onEvent);
      listeners.delete(onEvent);
      resolve(isElapsed);
    };
    const onEvent = () => settle(false);
    const { listeners } = request.ending;
    const timer = setTimeout(() => settle(true), Math.min(wait, beat));
    store.eventListeners.add(onEvent);
    listeners.add(onEvent);
  });
