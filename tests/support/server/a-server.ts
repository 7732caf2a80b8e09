import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildUnderTest } from "../builds/build-under-test.ts";
import { copyDemoData } from "./demo-data.ts";
import { administrator, startServer } from "./start-server.ts";

/** The built server as a process of its own, on a data folder of its own, with the demonstration in it unless told otherwise. */
export type TestServer = {
  readonly address: string;
  readonly dataDir: string;
  /** CouchDB's API as the administrator. */
  couch<T>(path: string, init?: RequestInit): Promise<T>;
  stop(): Promise<void>;
};

/** A `DATA_DIR` that is given is filled where it does not exist, and stays; one of the test's own goes with the server. */
export const aServer = async (
  environment: Readonly<Record<string, string>> = {},
  build = buildUnderTest(),
): Promise<TestServer> => {
  const dataDir = environment.DATA_DIR ?? mkdtempSync(join(tmpdir(), "prystan-server-"));
  const isNew = environment.DATA_DIR === undefined || !existsSync(dataDir);
  if (isNew && environment.DEMO !== "0") await copyDemoData(build, dataDir);
  const { address, end } = await startServer({ ...environment, DATA_DIR: dataDir }, build);
  const authorization = `Basic ${Buffer.from(`${administrator.user}:${administrator.password}`).toString("base64")}`;
  return {
    address,
    dataDir,
    couch: async (path, init) => {
      const headers = { authorization, "content-type": "application/json" };
      return (await fetch(`${address}/db/${path}`, { ...init, headers })).json();
    },
    stop: async () => {
      await end();
      if (environment.DATA_DIR === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
