import { pbkdf2Sync } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { demoAccounts } from "../../../server/demo/demo-accounts.ts";
import { serverPassword } from "../../../src/device/keyring/server-password.ts";
import { isQuick, shipped } from "../builds/build-under-test.ts";
import { administrator, startServer } from "./start-server.ts";

const output = resolve("tests/.output");

/**
 * Copies a data folder with the demonstration in it, made once for each build of the server: importing it takes seconds, copying it
 * none. Its accounts are hashed with few rounds, for signing in is not what most tests test.
 */
export const copyDemoData = async (build: string, into: string): Promise<void> => {
  cpSync(await demoData(build), into, { recursive: true });
};

const demoData = async (build: string): Promise<string> => {
  // Its trips are of the day on which it was made.
  const today = new Date().toISOString().slice(0, 10);
  const made = join(
    output,
    `demo-data-${today}-${isQuick && build !== shipped}-${statSync(`${build}/server/main.js`).mtimeMs}`,
  );
  if (existsSync(made)) return made;
  mkdirSync(output, { recursive: true });
  const folder = mkdtempSync(join(output, "demo-data-begun-"));
  const server = await startServer({ DATA_DIR: folder }, build);
  await hashWithFewRounds(server.address, isQuick && build !== shipped)
    .then(() => untilWalledOff(server.address))
    .finally(server.end);
  // Two workers may make it at once: whoever is second uses the first one's.
  try {
    renameSync(folder, made);
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
  return made;
};

/** The server moves what the demonstration's records say of health: no test is to meet it at that. */
const untilWalledOff = async (address: string): Promise<void> => {
  const isAnyLeft = async (site: string) =>
    /"needFlags":\[[^\]]*"(pregnant|mobility|disability|medicine|talk_private)"/.test(
      await (await fetch(`${address}/db/${site}/_all_docs?include_docs=true`, { headers: asAdministrator })).text(),
    );
  const all = (await (await fetch(`${address}/db/_all_dbs`, { headers: asAdministrator })).json()) as string[];
  for (const site of all.filter((name) => name.startsWith("site-"))) while (await isAnyLeft(site));
};

const rounds = 1_000;
const asAdministrator = {
  authorization: `Basic ${Buffer.from(`${administrator.user}:${administrator.password}`).toString("base64")}`,
};

const hashWithFewRounds = async (address: string, isDerivedQuickly: boolean): Promise<void> => {
  const headers = { ...asAdministrator, "content-type": "application/json" };
  for (const { name, passphrase, password: known } of demoAccounts) {
    const password = isDerivedQuickly ? await serverPassword(name, passphrase) : known;
    const path = `${address}/db/_users/org.couchdb.user:${name}`;
    const hash = async (): Promise<number> => {
      const account = (await (await fetch(path, { headers })).json()) as { readonly salt: string };
      const derived_key = pbkdf2Sync(password, account.salt, rounds, 32, "sha256").toString("hex");
      const body = JSON.stringify({ ...account, iterations: rounds, derived_key });
      return (await fetch(path, { method: "PUT", headers, body })).status;
    };
    let status = await hash();
    while (status === 409) status = await hash(); // the server's own workers write accounts, too
    if (status !== 201) throw new Error(`${name} was not hashed anew: ${status}`);
  }
};
