import { installDatabase } from "../../../server/design/install-database.ts";
import { serverDatabase } from "../../../server/phones/phone-record.ts";
import { accountsNoticed } from "../server/accounts-noticed.ts";
import { openCouchTarget } from "../server/couch-target.ts";
import { addAccountIn, documentsIn, type TestServer } from "./test-server.ts";

/** The same over HTTP, against the CouchDB that COUCHDB_URL names. */
export const openRemoteServer = async (): Promise<TestServer> => {
  const { base, couch, close } = await openCouchTarget();
  // As the server makes it at its start: moves under way are noted there.
  await couch.put(serverDatabase, undefined);
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
      await accountsNoticed(base, couch);
    },
    install: async (...databases) => {
      for (const database of databases) await installDatabase(couch, database);
    },
    settled: () => accountsNoticed(base, couch),
    documents: (database) => documentsIn(couch, database),
    remove: async (database) => void (await couch.remove(database)),
    close,
  };
};
