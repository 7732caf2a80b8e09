import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { accountId } from "../../../server/accounts/accounts.ts";
import { type CouchOptions, openCouch } from "../../../server/couch/open-couch.ts";
import { type CouchClient, connectCouch, type OperatorClient } from "../../../server/couch-client.ts";
import { builtInRules } from "../../../server/design/built-in-rules.ts";
import { withDigests } from "../../../server/web/digests/answer-digests.ts";
import { askElsewhere } from "../../../server/web/digests/ask-as.ts";
import { openFront } from "../../../server/web/open-front.ts";
import { couchProxy } from "../../../server/web/proxy/couch-proxy.ts";
import { accountsElsewhere } from "../../../server/web/sign-in/known-accounts.ts";
import { accountsNoticed, probeName } from "./accounts-noticed.ts";

/**
 * What the sync and rights tests speak to: the embedded store on a port, or the CouchDB that COUCHDB_URL names. `VIA=front` puts
 * the front before it.
 */
export type CouchTarget = {
  /** Address of the API's root, as a phone would use it. */
  readonly base: string;
  /** Speaks to the store as the administrator, past the front. */
  readonly couch: OperatorClient;
  close(): Promise<void>;
};

export const openCouchTarget = async ({ viaFront = process.env.VIA === "front" } = {}): Promise<CouchTarget> => {
  const store = (await openExistingCouch()) ?? (await anEmbeddedStore(viaFront ? { ownRules: builtInRules } : {}));
  const couch = connectCouch(store.url, administrator);
  const front = viaFront ? await aFront(store.url, couch) : undefined;
  return {
    base: front?.base ?? store.url,
    couch,
    close: async () => {
      couch.close();
      await front?.close();
      await store.close();
    },
  };
};

/** Who administers the store that tests run against. */
export const administrator = (({ username, password }) => ({
  user: decodeURIComponent(username),
  password: decodeURIComponent(password),
}))(new URL(process.env.COUCHDB_URL ?? "http://admin:admin@127.0.0.1"));

/** A database with this name says that the CouchDB is there for tests: what earlier runs left behind may go. */
const mark = "prystan-tests";

type Opened = { readonly url: string; close(): Promise<void> };

/** The CouchDB that COUCHDB_URL names, emptied; nothing where it names none. */
export const openExistingCouch = async (): Promise<Opened | undefined> => {
  if (!process.env.COUCHDB_URL) return undefined;
  const { origin, pathname } = new URL(process.env.COUCHDB_URL);
  const url = `${origin}${pathname.replace(/\/+$/, "")}`;
  const couch = connectCouch(url, administrator);
  const all = await couch.get<readonly string[]>("_all_dbs");
  if (all.status !== 200)
    throw new Error(`COUCHDB_URL answers ${all.status}: not a CouchDB, or not its administrator.`);
  const own = (all.body as readonly string[]).filter((name) => !name.startsWith("_"));
  if (own.length > 0 && !own.includes(mark))
    throw new Error(
      "The CouchDB of COUCHDB_URL holds databases. These tests remove what they find: give them an empty one.",
    );
  for (const name of own) await couch.remove(encodeURIComponent(name));
  await couch.put(mark, undefined);
  await couch.put("_users", undefined);
  await removeAccounts(url, couch);
  couch.close();
  return { url, close: async () => {} };
};

type Accounts = { readonly rows: readonly { readonly id: string; readonly value: { readonly rev: string } }[] };

/** What earlier tests left of an account, such as that it ended, would count in the next ones. Waits until the CouchDB has noticed. */
const removeAccounts = async (url: string, couch: OperatorClient): Promise<void> => {
  const { body } = await couch.get<Accounts>('_users/_all_docs?startkey="org.couchdb.user:"');
  const left = body.rows.filter(({ id }) => id !== accountId(probeName));
  if (left.length === 0) return;
  const docs = left.map(({ id, value }) => ({ _id: id, _rev: value.rev, _deleted: true }));
  await couch.post("_users/_bulk_docs", { docs });
  await accountsNoticed(url, couch);
};

/** Behind the front it knows its own rules, as the server's store does; alone it has the text of the design documents only. */
const anEmbeddedStore = async (options: Pick<CouchOptions, "ownRules">): Promise<Opened> => {
  const store = openCouch({
    file: ":memory:",
    admins: { [administrator.user]: administrator.password },
    secret: "a secret for tests",
    passwordIterations: 10,
    log: () => {},
    ...options,
  });
  const fastify = Fastify({ forceCloseConnections: true });
  await fastify.register(store.plugin, { prefix: "/db" });
  const url = `${await fastify.listen({ port: 0, host: "127.0.0.1" })}/db`;
  return {
    url,
    close: async () => {
      await store.close();
      await fastify.close();
    },
  };
};

const aFront = async (upstream: string, client: CouchClient): Promise<{ base: string; close(): Promise<void> }> => {
  const app = mkdtempSync(join(tmpdir(), "prystan-no-app-"));
  const front = await openFront({
    app: [app],
    couch: withDigests(
      couchProxy(upstream, 64 * 1024 * 1024, () => {}),
      {
        askAs: askElsewhere(upstream),
        couch: () => client,
        log: () => {},
      },
    ),
    accounts: accountsElsewhere(upstream),
    health: async () => ({ status: "ok" }),
    key: "for tests",
    administrator: administrator.user,
    log: () => {},
    patience: 50,
  });
  return {
    base: `${await front.listen({ port: 0, host: "127.0.0.1" })}/db`,
    close: async () => {
      await front.close();
      rmSync(app, { recursive: true, force: true });
    },
  };
};
