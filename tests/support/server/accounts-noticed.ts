import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { CouchClient } from "../../../server/couch-client.ts";
import { addAccountIn, passphrase } from "../fleet/test-server.ts";

/** The account that is changed to see what has been noticed. */
export const probeName = "probe";

let probing = Promise.resolve();

/**
 * Resolves when a CouchDB has noticed what happened to accounts so far. It notices in the order in which they changed, so one that is
 * changed last tells about all. One question at a time.
 */
export const accountsNoticed = (base: string, couch: CouchClient): Promise<void> => {
  probing = probing.then(() => probe(base, couch));
  return probing;
};

const probe = async (base: string, couch: CouchClient): Promise<void> => {
  const role = `probe:${randomUUID()}`;
  await addAccountIn(couch, probeName, [role]);
  const body = new URLSearchParams({ name: probeName, password: passphrase });
  for (let tries = 0; tries < mostTries; tries += 1) {
    const signedIn = await fetch(`${base}/_session`, { method: "POST", body });
    const { roles = [] } = (await signedIn.json()) as { roles?: readonly string[] };
    if (roles.includes(role)) return;
    await wait(50);
  }
  throw new Error("the CouchDB does not notice that an account changed");
};

const mostTries = 200;
