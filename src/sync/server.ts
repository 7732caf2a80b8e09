import { err, ok, type Result } from "../domain/result.ts";

/** The server's CouchDB API, as far as sync calls it. Every answer is a value; nothing throws. */
export type Server = {
  get<T>(path: string, options?: CallOptions): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, options?: CallOptions): Promise<Answer<T>>;
  remove<T>(path: string): Promise<Answer<T>>;
};

export type Answer<T> = Result<T, CallError>;

/** Why a call gave no answer that can be used. `later` covers whatever is not ours to judge: 5xx, time-outs, a captive portal's HTML. */
export type CallError =
  | { readonly type: "offline" }
  | { readonly type: "later" }
  | { readonly type: "signInNeeded" }
  | { readonly type: "forbidden"; readonly reason: string }
  | { readonly type: "notFound" }
  | { readonly type: "tooLarge" }
  /** The request itself: one malformed document is enough. */
  | { readonly type: "malformed" };

export type CallOptions = { readonly signal?: AbortSignal; readonly timeout?: number };

/** Milliseconds after which an ordinary call is given up; a first page of 500 documents at 400 kbit/s takes 10 s. */
const patience = 60_000;

export const connectTo = (base: string, call: typeof fetch): Server => {
  const request = async <T>(method: string, path: string, options: CallOptions, body?: unknown): Promise<Answer<T>> => {
    const timeout = AbortSignal.timeout(options.timeout ?? patience);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    try {
      const response = await call(`${base}/${path}`, {
        method,
        signal,
        cache: "no-store",
        credentials: "same-origin",
        headers: { Accept: "application/json", ...(body !== undefined && { "Content-Type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return await answerOf<T>(response);
    } catch (reason) {
      return err({ type: isUnclear(reason) ? "later" : "offline" });
    }
  };
  return {
    get: (path, options = {}) => request("GET", path, options),
    post: (path, body, options = {}) => request("POST", path, options, body),
    remove: (path) => request("DELETE", path, {}),
  };
};

/** The same server for as long as `signal` lets; what is under way is given up then. */
export const until = (signal: AbortSignal, server: Server): Server => {
  const bound = (options: CallOptions = {}) => ({
    ...options,
    signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
  });
  return {
    get: (path, options) => server.get(path, bound(options)),
    post: (path, body, options) => server.post(path, body, bound(options)),
    remove: server.remove,
  };
};

/** Somebody answered, too late or not to the end. */
const isUnclear = (reason: unknown): boolean =>
  reason instanceof SyntaxError || (reason instanceof DOMException && reason.name === "TimeoutError");

const answerOf = async <T>(response: Response): Promise<Answer<T>> => {
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  if (!isJson) return err({ type: response.status === 413 ? "tooLarge" : "later" });
  const body = (await response.json()) as T & { readonly reason?: string };
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
