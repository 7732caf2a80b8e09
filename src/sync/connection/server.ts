import { err, ok, type Result } from "../../domain/model/result.ts";
import { deadlineOf } from "./deadline.ts";
import type { DatedAnswer } from "./phone-clock.ts";
import { isSignIn, type SessionProof } from "./session-proof.ts";

/** The server's CouchDB API, as far as sync calls it. Every answer is a value; nothing throws. */
export type Server = {
  get<T>(path: string, options?: CallOptions): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, options?: CallOptions): Promise<Answer<T>>;
  remove<T>(path: string): Promise<Answer<T>>;
};

export type Answer<T> = Result<T, CallError>;

/** Why a call gave no answer that can be used. `later` covers whatever is not ours to judge: 5xx, a captive portal's HTML. */
export type CallError =
  | { readonly type: "offline" }
  | { readonly type: "later" }
  /** No answer in time: perhaps too much was asked for at once. */
  | { readonly type: "slow" }
  | { readonly type: "signInNeeded" }
  | { readonly type: "forbidden"; readonly reason: string }
  | { readonly type: "notFound" }
  | { readonly type: "tooLarge" }
  /** The request itself: one malformed document is enough. */
  | { readonly type: "malformed" };

export type CallOptions = {
  /** Gives this call up. */
  readonly signal?: AbortSignal;
  /** Gives every call up. */
  readonly until?: AbortSignal;
  /** Milliseconds of silence after which the call is given up. */
  readonly timeout?: number;
};

/**
 * Milliseconds without a sign of life after which a call is given up: long enough for a busy server, short enough that a
 * connection that died silently in a tunnel does not hold up what comes after it. An answer that goes on arriving, however
 * slowly, is waited for.
 */
const patience = 15_000;
/** Milliseconds more for each character that is sent first: two bytes at 50 kbit/s. */
const sending = 0.32;

/**
 * `clock`: the phone's own (ms), and who is told what the server's says in each answer. `proof` binds the session to this page; without
 * it the cookie alone is the session.
 */
export const connectTo = (
  base: string,
  call: typeof fetch,
  clock?: { readonly read: () => number; readonly heard: (answer: DatedAnswer) => void },
  proof?: SessionProof,
): Server => {
  const request = async <T>(method: string, path: string, options: CallOptions, body?: unknown): Promise<Answer<T>> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const silence = options.timeout ?? patience;
    const first = silence + (text?.length ?? 0) * sending;
    const asked = clock?.read() ?? 0;
    const deadline = deadlineOf({ first, silence }, [options.signal, options.until]);
    const url = `${base}/${path}`;
    const { pathname, search } = new URL(url, "http://server");
    try {
      const proven = proof && (await proof.headers(method, pathname + search));
      const response = await call(url, {
        method,
        signal: deadline.signal,
        cache: "no-store",
        credentials: "same-origin",
        headers: {
          Accept: "application/json",
          ...(text !== undefined && { "Content-Type": "application/json" }),
          ...proven,
        },
        ...(text !== undefined && { body: text }),
      });
      deadline.renew();
      if (response.ok && isSignIn(method, pathname)) proof?.signedIn();
      if (isJson(response)) clock?.heard({ date: response.headers.get("Date"), asked, answered: clock.read() });
      return await answerOf<T>(heard(response, deadline.renew));
    } catch (reason) {
      return err({ type: reasonOf(deadline.signal.aborted ? deadline.signal.reason : reason) });
    } finally {
      deadline.clear();
    }
  };
  return {
    get: (path, options = {}) => request("GET", path, options),
    post: (path, body, options = {}) => request("POST", path, options, body),
    remove: (path) => request("DELETE", path, {}),
  };
};

/** The same server for as long as `signal` lets; what is under way is given up then. */
export const withSignal = (signal: AbortSignal, server: Server): Server => ({
  get: (path, options) => server.get(path, { ...options, until: signal }),
  post: (path, body, options) => server.post(path, body, { ...options, until: signal }),
  remove: server.remove,
});

/** The response, each piece of which is a sign of life. */
const heard = (response: Response, onPiece: () => void): Response => {
  if (!response.body) return response;
  const pieces = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, onward) => {
      onPiece();
      onward.enqueue(piece);
    },
  });
  const { status, headers } = response;
  return new Response(response.body.pipeThrough(pieces), { status, headers });
};

const reasonOf = (reason: unknown): "slow" | "later" | "offline" => {
  if (reason instanceof DOMException && reason.name === "TimeoutError") return "slow";
  return reason instanceof SyntaxError ? "later" : "offline";
};

/** Whatever else answers is not our server. */
const isJson = ({ headers }: Response): boolean => headers.get("Content-Type")?.startsWith("application/json") ?? false;

const answerOf = async <T>(response: Response): Promise<Answer<T>> => {
  if (!isJson(response)) return err({ type: response.status === 413 ? "tooLarge" : "later" });
  const body = (await response.json()) as T & { readonly reason?: string };
  // Taken by fewer nodes of a cluster than it wants: not safe yet, so it is asked about again.
  if (response.status === 202) return err({ type: "later" });
  if (response.ok) return ok(body);
  switch (response.status) {
    case 400:
      return err({ type: "malformed" });
    case 401:
      return err({ type: "signInNeeded" });
    case 403:
      return err({ type: "forbidden", reason: body.reason ?? "" });
    case 404:
      return err({ type: "notFound" });
    case 413:
      return err({ type: "tooLarge" });
    default:
      return err({ type: "later" });
  }
};
