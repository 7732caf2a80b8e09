import { spawn } from "node:child_process";
import { pbkdf2Sync } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { basic, connect } from "./client.mjs";
import { leftover } from "./leftovers.mjs";

const watchLoop = new URL("watch-loop.mjs", import.meta.url).href;
const admin = { name: "admin", password: "bench-admin" };
/** The longest that a server may take to start or to end, milliseconds. */
const patience = 120_000;

/** Linux counts processor time in hundredths of a second. */
const millisecondsATick = 10;

/** Calls `work` with a folder that is gone afterwards. */
export const inFolder = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), "prystan-bench-"));
  const remove = leftover(() => rmSync(folder, { recursive: true, force: true }));
  try {
    return await work(folder);
  } finally {
    remove();
  }
};

/** Calls `work` with the bare store in a process of its own, with a client who is its administrator. */
export const withStore = ({ store }, work) =>
  inFolder(async (folder) => {
    const child = run(store, { COUCH_FILE: join(folder, "couch.sqlite"), PORT: "0" });
    const line = await firstLine(child);
    const client = connect(Number(/port (\d+)/.exec(line)[1]), { authorization: basic("admin", "admin") });
    try {
      return await work(client);
    } finally {
      client.close();
      await end(child);
    }
  });

/** Calls `work` with what `npm start` runs, in a process of its own on an empty folder, once it is ready. */
export const withServer = (built, work, options) =>
  inFolder(async (folder) => {
    const server = await startServer(built, folder, options);
    try {
      await server.ready;
      return await work(server);
    } finally {
      await server.stop();
    }
  });

/** Starts the server. `healthy` and `ready` (its workers went once through everything) give milliseconds since the start. */
export const startServer = async ({ server }, folder, { isWatched = false } = {}) => {
  const port = await freePort();
  const place = { PORT: port, HOST: "127.0.0.1", DATA_DIR: folder, DEMO: "0", COUCHDB_URL: "" };
  const began = performance.now();
  const loopFile = join(folder, "loop.json");
  const watched = isWatched ? { NODE_OPTIONS: `--import ${watchLoop}`, LOOP_FILE: loopFile } : {};
  const child = run(server, { ...place, ...watched, ADMIN_USER: admin.name, ADMIN_PASSWORD: admin.password });
  const since = () => performance.now() - began;
  const root = connect(port, { authorization: basic(admin.name, admin.password) });
  return {
    port,
    root,
    healthy: heard(untilHealthy(child, port).then(since)),
    ready: heard(firstLine(child).then(since)),
    /** User and system time since the start. */
    processorMilliseconds: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      return (Number(fields[11]) + Number(fields[12])) * millisecondsATick;
    },
    /** How late the event loop was since the last time: p99.9 and the most, milliseconds. Of a server that is watched. */
    loopDelay: async () => {
      rmSync(loopFile, { force: true });
      child.kill("SIGUSR2");
      while (!existsSync(loopFile)) await wait(20);
      await wait(20);
      return JSON.parse(readFileSync(loopFile, "utf8"));
    },
    openFiles: () => readdirSync(`/proc/${child.pid}/fd`).length,
    peakMegabytes: () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024,
    stop: async () => {
      root.close();
      await end(child);
    },
  };
};

const run = (script, environment) => {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "inherit"] });
  child.once(
    "exit",
    leftover(() => child.kill("SIGKILL")),
  );
  return child;
};

const firstLine = (child) =>
  new Promise((resolve, reject) => {
    child.stdout.once("data", (line) => resolve(String(line)));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });

/** Whoever waits for it sees the failure; nobody has to. */
const heard = (promise) => {
  promise.catch(() => undefined);
  return promise;
};

const untilHealthy = async (child, port) => {
  for (const until = Date.now() + patience; Date.now() < until && child.exitCode === null; await wait(20)) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error("the server did not become healthy");
};

const end = async (child) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(timer);
};

const freePort = async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
};

/** Adds accounts that all have one password; few rounds of hashing, for signing in is not what is measured. */
export const addAccounts = async (
  root,
  count,
  roles,
  { prefix = "bench", password = "bench", iterations = 1_000 } = {},
) => {
  const salt = "00112233445566778899aabbccddeeff";
  const record = {
    password_scheme: "pbkdf2",
    pbkdf2_prf: "sha256",
    salt,
    iterations,
    derived_key: pbkdf2Sync(password, salt, iterations, 32, "sha256").toString("hex"),
  };
  const names = Array.from({ length: count }, (_, number) => `${prefix}${number}`);
  const docs = names.map((name) => ({ _id: `org.couchdb.user:${name}`, type: "user", name, roles, ...record }));
  await root.ask("POST", "/_users/_bulk_docs", { docs });
  return names.map((name) => ({ name, password }));
};

/** Signs accounts in, each on a connection of its own, like as many phones. */
export const signInAll = (port, accounts) =>
  Promise.all(
    accounts.map(async (account) => {
      const phone = connect(port);
      await phone.signIn(account);
      return phone;
    }),
  );
