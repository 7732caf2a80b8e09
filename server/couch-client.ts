import type { Inside } from "./couch/http/transport/ask-inside.ts";

/** CouchDB's API for the server's own work (workers, importer, command line), as its administrator. */
export type CouchClient = {
  get<T>(path: string): Promise<CouchAnswer<T>>;
  put<T>(path: string, body: unknown): Promise<CouchAnswer<T>>;
  post<T>(path: string, body: unknown): Promise<CouchAnswer<T>>;
  /** Of a store in this process: waits for news instead of a request that does (`Inside`). */
  readonly hasNews?: Inside["hasNews"];
  /** Ends waiting requests. */
  close(): void;
};

/** The same for the command line, which may remove a database. */
export type OperatorClient = CouchClient & { remove<T>(path: string): Promise<CouchAnswer<T>> };

export type CouchAnswer<T> = {
  readonly status: number;
  readonly body: T & { readonly error?: string; readonly reason?: string };
};

/** A CouchDB, or the store of a server that runs in another process, with the administrator's name and password. */
export const connectCouch = (
  base: string,
  admin: { readonly user: string; readonly password: string },
): OperatorClient => {
  // One for each call: a signal that all calls share collects a listener of each and never lets go of it.
  const underWay = new Set<AbortController>();
  const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString("base64")}`;
  const call = async <T>(method: string, path: string, body?: unknown): Promise<CouchAnswer<T>> => {
    const ending = new AbortController();
    underWay.add(ending);
    try {
      const response = await fetch(`${base}/${path}`, {
        method,
        signal: ending.signal,
        headers: { Authorization: authorization, ...(body !== undefined && { "Content-Type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as CouchAnswer<T>["body"] };
    } finally {
      underWay.delete(ending);
    }
  };
  return {
    ...methodsOf(call),
    close: () => {
      for (const ending of underWay) ending.abort();
    },
  };
};

/** The store in this process. */
export const couchInside = ({ ask, hasNews }: Inside): OperatorClient => {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<CouchAnswer<T>> => {
    const { status, text } = await ask(method, `/${path}`, body === undefined ? undefined : JSON.stringify(body));
    return { status, body: JSON.parse(text) as CouchAnswer<T>["body"] };
  };
  return { ...methodsOf(call), hasNews, close: () => {} };
};

type Call = <T>(method: string, path: string, body?: unknown) => Promise<CouchAnswer<T>>;

const methodsOf = (call: Call): Omit<OperatorClient, "close"> => ({
  get: (path) => call("GET", path),
  put: (path, body) => call("PUT", path, body),
  post: (path, body) => call("POST", path, body),
  remove: (path) => call("DELETE", path),
});
