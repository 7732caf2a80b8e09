import { setTimeout as wait } from "node:timers/promises";
import type { CouchClient } from "../../../server/couch-client.ts";
import { installDatabase } from "../../../server/design/install.ts";
import { openCouchTarget } from "../couch-target.ts";
import { addAccountIn, documentsIn, passphrase, type TestServer } from "./test-server.ts";

/** The same over HTTP, against the CouchDB that COUCHDB_URL names. */
export const openRemoteServer = async (): Promise<TestServer> => {
  const { base, couch, close } = await openCouchTarget();
  return {
    handle: async ({ method, path, headers = {}, body }) => {
      const answer = await fetch(`${base}/${path}`, {
        method,
        headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
        ...(body !== undefined && { body }),
      });
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
    },
    couch,
    addAccount: async (name, roles) => {
      await addAccountIn(couch, name, roles);
      await settled(base, couch);
    },
    install: async (...databases) => {
      for (const database of databases) await installDatabase(couch, database);
    },
    settled: () => settled(base, couch),
    documents: (database) => documentsIn(couch, database),
    remove: async (database) => void (await couch.remove(database)),
    close,
  };
};

let probes = 0;
let probing = Promise.resolve();

/** Accounts are noticed in the order in which they changed, so one that is changed last tells about all. One question at a time. */
const settled = (base: string, couch: CouchClient): Promise<void> => {
  probing = probing.then(() => probe(base, couch));
  return probing;
};

const probe = async (base: string, couch: CouchClient): Promise<void> => {
  probes += 1;
  const role = `probe:${probes}`;
  await addAccountIn(couch, "probe", [role]);
  const body = new URLSearchParams({ name: "probe", password: passphrase });
  for (let tries = 0; tries < mostTries; tries += 1) {
    const signedIn = await fetch(`${base}/_session`, { method: "POST", body });
    const { roles = [] } = (await signedIn.json()) as { roles?: readonly string[] };
    if (roles.includes(role)) return;
    await wait(50);
  }
  throw new Error("the CouchDB does not notice that an account changed");
};

const mostTries = 200;
