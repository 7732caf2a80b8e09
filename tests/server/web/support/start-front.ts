import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCouch } from "../../../../server/couch/open-couch.ts";
import { type CouchClient, connectCouch, couchInside, type OperatorClient } from "../../../../server/couch-client.ts";
import { checkStore } from "../../../../server/operations/check-store.ts";
import { withDigests } from "../../../../server/web/digests/answer-digests.ts";
import { askElsewhere, askHere } from "../../../../server/web/digests/ask-as.ts";
import { type FrontOptions, openFront } from "../../../../server/web/open-front.ts";
import { couchProxy } from "../../../../server/web/proxy/couch-proxy.ts";
import { changePassphrase } from "../../../../server/web/sign-in/change-passphrase.ts";
import { accountsElsewhere, accountsHere } from "../../../../server/web/sign-in/known-accounts.ts";
import { passphrasesOf } from "../../../../server/web/sign-in/passphrases.ts";
import { accountsNoticed } from "../../../support/server/accounts-noticed.ts";
import { administrator as admin, openExistingCouch } from "../../../support/server/couch-target.ts";
import { buildCouchProcess } from "../../couch/support/build-couch-process.ts";

export { admin };

/** Which stores a front is tested before; the CouchDB that COUCHDB_URL names takes the place of all. */
export const stores: readonly ("embedded" | "elsewhere")[] = process.env.COUCHDB_URL
  ? ["elsewhere"]
  : ["embedded", "elsewhere"];

/** A front on a free port, before an embedded store or before a CouchDB elsewhere. */
export type TestFront = {
  readonly address: string;
  /** Speaks to the store as the administrator, past the front. */
  readonly couch: OperatorClient;
  /** Everything the front and the store said. */
  readonly said: object[];
  close(): Promise<void>;
};

export const startFront = async (
  options: Partial<FrontOptions> & { readonly upstream?: string; readonly app?: readonly string[] } = {},
): Promise<TestFront> => {
  const { upstream = await anExistingCouch(), ...rest } = options;
  const said: object[] = [];
  const log = (event: object) => void said.push(event);
  const store = await openStore(upstream, log);
  const folder = anApp();
  let couch: OperatorClient | undefined;
  const front = await openFront({
    app: [folder],
    couch: store.plugin,
    accounts: store.accounts,
    health: async () => {
      const reason = couch && (await checkStore(couch));
      return reason === undefined ? { status: "ok" } : { status: "unavailable", reason };
    },
    key: admin.password,
    administrator: admin.user,
    log,
    logs: "all",
    patience: 20,
    passwordFor: passphrasesOf(() => couch as OperatorClient, admin.user),
    ...rest,
  });
  const address = await front.listen({ port: 0, host: "127.0.0.1" });
  const client = connectCouch(upstream ?? `${address}/db`, admin);
  couch = client;
  return {
    address,
    couch: client,
    said,
    close: async () => {
      client.close();
      await front.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The same with the route by which people choose their passphrase; its store is reached past the front. */
export const withPassphrases = (couch: () => OperatorClient): Pick<FrontOptions, "more"> => ({
  more: (guard) => (scope, options) =>
    changePassphrase(couch(), guard, admin.password, { patience: 20 })(scope, options),
});

const openStore = async (upstream: string | undefined, log: (event: object) => void) => {
  if (upstream) {
    const client = connectCouch(upstream, admin);
    const digests = { askAs: askElsewhere(upstream), couch: () => client, log };
    return {
      plugin: withDigests(couchProxy(upstream, 64 * 1024 * 1024, log), digests),
      accounts: accountsElsewhere(upstream),
      close: async () => client.close(),
    };
  }
  const options = { file: ":memory:", admins: { admin: "admin" }, secret: "for tests", passwordIterations: 10, log };
  const store = openCouch({ ...options, lockout: false });
  const inside = couchInside(await store.inside(admin.user));
  const plugin = withDigests(store.plugin, { askAs: askHere(store), couch: () => inside, log });
  return { plugin, accounts: accountsHere(store), close: store.close };
};

const anApp = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "prystan-app-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Prystan</title>");
  writeFileSync(join(folder, "sw.js"), "// the worker");
  writeFileSync(join(folder, "assets/index-BpBC51Hk.js"), "export {};");
  writeFileSync(join(folder, "assets/index-BpBC51Hk.js.gz"), "packed");
  for (const words of ["uk-lock-AtX4o1VO", "pl-lock-CnXYlpxj", "uk-transport-czgWtyx2", "words-by-area-CKDyorEm"])
    writeFileSync(join(folder, `assets/${words}.js`), "export {};");
  return folder;
};

type Upstream = { readonly url: string; stop(): Promise<void> };

/** The CouchDB that COUCHDB_URL names, or what stands for one. */
export const aCouchElsewhere = async (): Promise<Upstream> => {
  const url = await anExistingCouch();
  return url === undefined ? startUpstream() : { url, stop: async () => {} };
};

/** With nothing and nobody in it. */
const anExistingCouch = async (): Promise<string | undefined> => {
  const existing = await openExistingCouch();
  if (!existing) return undefined;
  const couch = connectCouch(existing.url, admin);
  await removeAccounts(couch);
  await accountsNoticed(existing.url, couch);
  await removeAccounts(couch);
  couch.close();
  return existing.url;
};

type Accounts = { readonly rows: readonly { readonly id: string; readonly value: { readonly rev: string } }[] };

const removeAccounts = async (couch: CouchClient): Promise<void> => {
  const { body } = await couch.get<Accounts>(`_users/_all_docs?startkey="org.couchdb.user:"`);
  const docs = body.rows.map(({ id, value }) => ({ _id: id, _rev: value.rev, _deleted: true }));
  await couch.post("_users/_bulk_docs", { docs });
};

/** A store in a process of its own, as if it were a CouchDB elsewhere. */
export const startUpstream = async (
  environment: Readonly<Record<string, string>> = {},
): Promise<Upstream & { readonly process: ChildProcess }> => {
  const script = await buildCouchProcess();
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (text) => resolve(/port (\d+)/.exec(String(text))?.[1] ?? ""));
    child.once("exit", () => reject(new Error("the store ended before it was ready")));
  });
  return {
    url: `http://127.0.0.1:${port}/db`,
    process: child,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    },
  };
};
