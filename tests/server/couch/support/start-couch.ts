import type { Socket } from "node:net";
import Fastify from "fastify";
import { type CouchOptions, openCouch } from "../../../../server/couch/open-couch.ts";

/** An answer, its body parsed where it is JSON. */
export type TestAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
};

/** What a test sends: `as` is "name:password", "" for nobody; the administrator if left out. */
export type TestRequest = { readonly body?: unknown; readonly as?: string; readonly headers?: Record<string, string> };

export type TestCouch = {
  /** Address of the API's root. */
  readonly base: string;
  /** Begins to read a feed; resolves once the server has begun to answer, which it does before it waits. */
  readonly listen: (path: string) => Promise<Response>;
  readonly send: (method: string, path: string, request?: TestRequest) => Promise<TestAnswer>;
  /** Bytes that were written to whoever is connected, also those that they have not taken yet. */
  readonly bytesWritten: () => number;
  readonly close: () => Promise<void>;
};

export const ADMIN = "admin:admin";

/** A server in this process on a free port, with cheap password hashes. */
export const startCouch = async (options: Partial<CouchOptions> = {}): Promise<TestCouch> => {
  const failures: object[] = [];
  const couch = openCouch({
    file: ":memory:",
    admins: { admin: "admin" },
    secret: "a secret for tests",
    passwordIterations: 10,
    log: (event) => failures.push(event),
    ...options,
  });
  const fastify = Fastify({ forceCloseConnections: true });
  fastify.get("/outside", async () => ({ outside: true }));
  await fastify.register(couch.plugin, { prefix: "/db" });
  const sockets: Socket[] = [];
  fastify.server.on("connection", (socket) => sockets.push(socket));
  const base = `${await fastify.listen({ port: 0, host: "127.0.0.1" })}/db`;
  return {
    base,
    ...talkTo(base, ADMIN),
    bytesWritten: () => sockets.reduce((bytes, socket) => bytes + socket.bytesWritten, 0),
    close: async () => {
      await couch.close();
      await fastify.close();
      if (failures.length > 0) throw new Error(`The server failed: ${JSON.stringify(failures)}`);
    },
  };
};

/** What tests say to a server at an address, as `admin` ("name:password") unless they say otherwise. */
export const talkTo = (base: string, admin: string): Pick<TestCouch, "send" | "listen"> => ({
  listen: (path) => fetch(base + path, { headers: { authorization: basic(admin) } }),
  send: async (method, path, { body, as = admin, headers = {} } = {}) => {
    const isRaw = typeof body === "string" || body instanceof Uint8Array;
    const answer = await fetch(base + path, {
      method,
      headers: {
        ...(as === "" ? {} : { authorization: basic(as) }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
  },
});

const basic = (as: string): string => `Basic ${Buffer.from(as).toString("base64")}`;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
