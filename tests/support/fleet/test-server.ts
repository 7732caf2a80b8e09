import { AsyncResource } from "node:async_hooks";
import Fastify, { type InjectOptions } from "fastify";
import { type CouchOptions, openCouch } from "../../../server/couch/open-couch.ts";
import { type CouchClient, couchInside } from "../../../server/couch-client.ts";
import { builtInRules } from "../../../server/design/built-in-rules.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { serverDatabase } from "../../../server/phones/phone-record.ts";
import { withDigests } from "../../../server/web/digests/answer-digests.ts";
import { askHere } from "../../../server/web/digests/ask-as.ts";
import { type AcceptedVersions, openAcceptedVersions } from "./invariants/accepted-versions.ts";
import { openRemoteServer } from "./remote-server.ts";

/** The embedded server in this process, without a port: requests are handed over by hand. */
export type TestServer = {
  /** Answers one HTTP request; `path` starts below `/db`. */
  handle(request: Handled): Promise<Handling>;
  /** What it has taken so far; a server elsewhere is not watched. */
  readonly taken?: AcceptedVersions;
  /** Speaks as the administrator. */
  readonly couch: CouchClient;
  /** Adds an account, or changes the roles of the one that has the name. */
  addAccount(name: string, roles: readonly string[]): Promise<void>;
  /** Makes databases as the workers do: readable by whom they should be, with the validator. */
  install(...databases: readonly string[]): Promise<void>;
  /** Resolves when changes of accounts are in force: a CouchDB notices them a moment later. */
  settled(): Promise<void>;
  /** Every document of a database as it is stored, winners only. */
  documents(database: string): Promise<ReadonlyMap<string, StoredDocument>>;
  remove(database: string): Promise<void>;
  close(): Promise<void>;
};

export type Handled = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
};
export type Handling = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type StoredDocument = { readonly _id: string; readonly _rev: string; readonly [field: string]: unknown };

export const passphrase = "four words that hold";

/** Where COUCHDB_URL names a CouchDB the tests run against that, directly or (`VIA=front`) through the front. */
export const openTestServer = (options: Partial<CouchOptions> = {}): Promise<TestServer> =>
  process.env.COUCHDB_URL ? openRemoteServer() : openEmbeddedServer(options);

const openEmbeddedServer = async (options: Partial<CouchOptions>): Promise<TestServer> => {
  const failures: object[] = [];
  const store = openCouch({
    file: ":memory:",
    admins: { admin: "admin" },
    secret: "a secret for tests",
    passwordIterations: 1,
    ownRules: builtInRules,
    log: (event) => failures.push(event),
    ...options,
  });
  const taken = openAcceptedVersions();
  const fastify = Fastify();
  const inside = couchInside(await store.inside("admin"));
  const digests = { askAs: askHere(store), couch: () => inside, log: (event: object) => failures.push(event) };
  await fastify.register(withDigests(store.plugin, digests), { prefix: "/db" });
  await fastify.ready();

  // Whatever version of the app asks: the server is not of that version.
  const handle: TestServer["handle"] = AsyncResource.bind(async ({ method, path, headers = {}, body }) => {
    const request = {
      method,
      url: `/db/${path}`,
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { payload: body }),
    } as InjectOptions;
    const answer = await fastify.inject(request);
    const handling = {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
      body: answer.body,
    };
    taken.note({ method, path, body }, handling);
    return handling;
  });
  const couch = connectByHand(handle);
  for (const database of ["_users", serverDatabase]) await couch.put(database, undefined);
  return {
    handle,
    taken,
    couch,
    addAccount: (name, roles) => addAccountIn(couch, name, roles),
    install: async (...databases) => {
      for (const database of databases) await installDatabase(couch, database);
    },
    settled: async () => {},
    documents: (database) => documentsIn(couch, database),
    remove: async (database) => void (await handle({ method: "DELETE", path: database, headers: admin })),
    close: async () => {
      await store.close();
      await fastify.close();
      if (failures.length > 0) throw new Error(`The server failed: ${JSON.stringify(failures)}`);
    },
  };
};

export const addAccountIn = async (couch: CouchClient, name: string, roles: readonly string[]): Promise<void> => {
  const path = `_users/org.couchdb.user:${name}`;
  const before = await couch.get<StoredDocument>(path);
  // One whose password was derived is left over from tests of the front.
  const isOurs = before.status === 200 && !before.body.derived;
  const known = isOurs ? before.body : { _rev: before.body._rev, type: "user", name, password: passphrase };
  await couch.put(path, { ...known, roles: ["account", ...roles] });
};

export const documentsIn = async (
  couch: CouchClient,
  database: string,
): Promise<ReadonlyMap<string, StoredDocument>> => {
  const { body } = await couch.get<{ rows: { id: string; doc: StoredDocument }[] }>(
    `${database}/_all_docs?include_docs=true`,
  );
  return new Map(body.rows.flatMap(({ id, doc }) => (id.startsWith("_design/") ? [] : [[id, doc] as const])));
};

const admin = { authorization: `Basic ${Buffer.from("admin:admin").toString("base64")}` };

const connectByHand = (handle: TestServer["handle"]): CouchClient => {
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await handle({
      method,
      path,
      headers: admin,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: answer.status, body: JSON.parse(answer.body) };
  };
  return {
    get: (path) => call("GET", path),
    put: (path, body) => call("PUT", path, body),
    post: (path, body) => call("POST", path, body),
    close: () => {},
  };
};
