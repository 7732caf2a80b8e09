import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

/** The built server as a process of its own, on a data folder of its own, with the demonstration in it unless told otherwise. */
export type TestServer = {
  readonly address: string;
  readonly dataDir: string;
  /** CouchDB's API as the administrator. */
  couch<T>(path: string, init?: RequestInit): Promise<T>;
  stop(): Promise<void>;
};

const admin = { user: "admin", password: "test-admin" };

export const aServer = async (
  environment: Readonly<Record<string, string>> = {},
  build = "dist",
): Promise<TestServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), "prystan-server-"));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const child = spawn("node", [`${build}/server/main.js`], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      ADMIN_USER: admin.user,
      ADMIN_PASSWORD: admin.password,
      ...environment,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await saysItIsReady(child);
  const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString("base64")}`;
  return {
    address,
    dataDir: environment.DATA_DIR ?? dataDir,
    couch: async (path, init) => {
      const headers = { authorization, "content-type": "application/json" };
      return (await fetch(`${address}/db/${path}`, { ...init, headers })).json();
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

const saysItIsReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on("data", (text) => String(text).includes("Prystan:") && resolve());
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });
