import type { IncomingHttpHeaders } from "node:http";
import type { UserContext } from "../../accounts/user-context.ts";
import type { Ending } from "../../ending.ts";
import { isObject, type Json, type JsonObject } from "../../json/json.ts";
import { type Parts, parseInParts } from "../../json/parse-in-parts.ts";
import { parseJson } from "../../json/parse-json.ts";
import { badRequest, isGone, refuse } from "../../refuse.ts";
import type { Turn } from "../../turns.ts";
import { checkBytes, checkJsonBytes, jsonLimitsOf, MOST_QUESTION_BYTES } from "./request-limits.ts";

/** A request as the endpoints see it. */
export type CouchRequest = {
  readonly method: string;
  /** Decoded segments below the prefix. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly user: UserContext;
  /** Who that is by now; undefined once the password was changed or the session is over. */
  readonly still: () => UserContext | undefined;
  /** Address of the client. */
  readonly address: string;
  /** What the plugin is mounted under: "" or "/db". */
  readonly prefix: string;
  /** Over when the client goes away or the server closes. */
  readonly ending: Ending;
  readonly turn: Turn;
};

/** Before a question that may take long: several that come together begin in several turns. */
export const begin = ({ turn }: Pick<CouchRequest, "turn">): Promise<void> => turn.take();

/** Between two steps of long work: lets others come first where the slice is over. */
export const pause = async (request: Pick<CouchRequest, "turn" | "ending">): Promise<void> => {
  if (request.turn.isDue()) await rest(request);
};

/** What `work` makes of each, with pauses in between. */
export const inTurns = async <T, R>(
  request: Pick<CouchRequest, "turn" | "ending">,
  list: readonly T[],
  work: (one: T) => R,
): Promise<R[]> => {
  const done: R[] = [];
  for (const one of list) {
    done.push(work(one));
    await pause(request);
  }
  return done;
};

/** Lets others come first, and ends the work of an asker who has gone. */
export const rest = async ({ turn, ending }: Pick<CouchRequest, "turn" | "ending">): Promise<void> => {
  await turn.take();
  if (ending.isOver) isGone();
};

/** Refuses (415) a request that does not say it brings JSON. */
export const requireJsonType = (request: CouchRequest): void => {
  if (mediaType(request) !== "application/json") {
    refuse(415, "bad_content_type", "Content-Type must be application/json");
  }
};

export const mediaType = ({ headers }: CouchRequest): string =>
  (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";

export const jsonBody = (request: CouchRequest): Json => {
  checkJsonBytes(request);
  return parseJson(request.body, jsonLimitsOf(request.user));
};

/** A body of many documents, to be parsed one by one. */
export const bodyInParts = (request: CouchRequest): Parts => {
  checkJsonBytes(request);
  return parseInParts(request.body, jsonLimitsOf(request.user));
};

/** The body of a question or a setting, which is short; refuses (400, 413) anything else. */
export const questionBody = (request: CouchRequest): JsonObject => {
  checkBytes(request.body, MOST_QUESTION_BYTES);
  return objectBody(request);
};

/** The body as a JSON object; refuses (400) anything else. */
export const objectBody = (request: CouchRequest): JsonObject => asObject(jsonBody(request));

export const asObject = (json: Json): JsonObject =>
  isObject(json) ? json : badRequest("Request body must be a JSON object");

/** A query parameter that is JSON itself; undefined if absent. */
export const jsonParameter = ({ query }: CouchRequest, ...names: string[]): Json | undefined => {
  for (const name of names) {
    const text = query.get(name);
    if (text !== null) return parseJson(text);
  }
  return undefined;
};

export const isTrue = ({ query }: CouchRequest, name: string): boolean => query.get(name) === "true";

/** A query parameter that is a whole number of 0 or more; `fallback` if absent, refused (400) if it is none. */
export const numberParameter = ({ query }: CouchRequest, name: string, fallback: number): number => {
  const text = query.get(name);
  if (text === null) return fallback;
  return /^\d{1,15}$/.test(text) ? Number(text) : badRequest(`The ${name} parameter should be a non-negative integer`);
};

/** Whether the Accept header names the type itself; wildcards do not count. */
export const accepts = ({ headers }: CouchRequest, type: string): boolean => (headers.accept ?? "").includes(type);
