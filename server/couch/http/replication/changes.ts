import { Readable } from "node:stream";
import type { ChangesQuery } from "../../feeds/changes-query.ts";
import { events, type FeedFormat, lines, oneObject } from "../../feeds/feed-formats.ts";
import { streamChanges, type Waiting } from "../../feeds/stream-changes.ts";
import { badRequest, notAllowed } from "../../refuse.ts";
import { readSequence } from "../../store/sequence.ts";
import { mayReadAll } from "../database/rights.ts";
import type { Answer } from "../transport/answer.ts";
import { begin, isTrue, numberParameter, requireJsonType } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { wholeOrStream } from "../transport/whole-or-stream.ts";
import { changesFilter } from "./changes-filter.ts";

type Feed = Waiting["feed"] | "eventsource";

const FEEDS: Readonly<Record<string, Feed>> = {
  normal: "normal",
  longpoll: "longpoll",
  continuous: "continuous",
  live: "continuous",
  eventsource: "eventsource",
};
const FRAMES: Readonly<Record<Feed, FeedFormat>> = {
  normal: oneObject,
  longpoll: oneObject,
  continuous: lines,
  eventsource: events,
};
const DEFAULT_WAIT_MS = 60_000;

/** `_changes`, in all four ways of waiting. */
export const answerChanges = async (server: CouchServer, request: DatabaseRequest): Promise<Answer> => {
  const { method, database, headers } = request;
  if (!["GET", "HEAD", "POST"].includes(method)) return notAllowed("GET,POST,HEAD");
  if (method === "POST") requireJsonType(request);
  const feed = FEEDS[request.query.get("feed") ?? "normal"];
  if (!feed) return badRequest("Supported `feed` types: normal, continuous, live, longpoll, eventsource");
  if (request.query.has("filter")) await begin(request);
  const query = readQuery(request, feed);
  const waiting = readWaiting(request, feed);
  // Our own parameter: no bytes before another session wrote, so no stream is needed. CouchDB ignores it.
  const isQuiet = feed === "longpoll" && waiting.heartbeat === undefined && isTrue(request, "quiet");
  const etag =
    feed === "normal" ? `"${database.counters.seq}-${database.counters.purges}-${database.instance}"` : undefined;
  const type = {
    "content-type": feed === "eventsource" ? "text/event-stream" : "application/json",
    ...(etag ? { etag } : {}),
  };
  if (etag && headers["if-none-match"] === etag) return { status: 304, body: "", headers: { etag } };
  if (method === "HEAD") return { status: 200, body: "", headers: type };
  const ending = feed === "normal" ? request.ending : await server.feeds.enter(request.user, request.ending);
  const pieces = streamChanges(database, query, waiting, FRAMES[feed], {
    ending,
    turn: request.turn,
    mayRead: () => mayStillRead(request),
    session: isQuiet ? request.user.session : undefined,
  });
  const isShort = feed === "normal" || isQuiet || ending.isOver;
  if (isShort) return { status: 200, body: await wholeOrStream(pieces), headers: type };
  return { status: 200, body: Readable.from(pieces, { objectMode: false }), headers: type, isLive: true };
};

/** Reading ends with the right to read. */
const mayStillRead = ({ database, still }: DatabaseRequest): boolean => {
  const user = still();
  return user !== undefined && mayReadAll(user, database);
};

const readQuery = (request: DatabaseRequest, feed: Feed): ChangesQuery => {
  const { query, headers, database } = request;
  const style = query.get("style") ?? "main_only";
  if (style !== "main_only" && style !== "all_docs") return badRequest("Invalid style");
  const lastEvent = feed === "eventsource" ? headers["last-event-id"] : undefined;
  const since = typeof lastEvent === "string" ? lastEvent : (query.get("since") ?? query.get("last-event-id") ?? "0");
  const seqInterval = /^\d{1,15}$/.test(query.get("seq_interval") ?? "1") ? Number(query.get("seq_interval") ?? 1) : 0;
  if (seqInterval < 1) return badRequest("invalid_seq_interval");
  return {
    since: readSequence(database, since),
    limit: numberParameter(request, "limit", Number.MAX_SAFE_INTEGER),
    descending: isTrue(request, "descending"),
    includeDocs: isTrue(request, "include_docs"),
    allLeaves: style === "all_docs",
    conflicts: isTrue(request, "conflicts"),
    attachments: isTrue(request, "attachments"),
    seqInterval,
    filter: changesFilter(request),
  };
};

const beatOf = (text: string): number =>
  /^[+-]?\d{1,15}$/.test(text)
    ? Number(text)
    : badRequest("Invalid heartbeat value. Expecting a positive integer value (in milliseconds).");

const readWaiting = (request: DatabaseRequest, feed: Feed): Waiting => {
  const timeout = numberParameter(request, "timeout", DEFAULT_WAIT_MS);
  const asked = request.query.get("heartbeat");
  const beat = asked === "true" ? DEFAULT_WAIT_MS : asked === "false" ? 0 : beatOf(asked ?? "0");
  if (asked !== null && asked !== "false" && beat < 1) {
    return badRequest("The heartbeat value should be a positive integer (in milliseconds).");
  }
  return { feed: feed === "eventsource" ? "continuous" : feed, timeout, heartbeat: beat > 0 ? beat : undefined };
};
