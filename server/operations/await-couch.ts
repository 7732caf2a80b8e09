import { setTimeout as wait } from "node:timers/promises";
import type { CouchClient } from "../couch-client.ts";

const pause = 1_000;
const oldest = [3, 4];

/** Waits until an existing CouchDB answers. Throws what waiting will not mend: too old, or not the administrator's password. */
export const awaitCouch = async (couch: CouchClient, log: (event: object) => void): Promise<void> => {
  for (;;) {
    const version = await versionOf(couch);
    if (version !== undefined) {
      if (!isNewEnough(version)) throw new Error(`CouchDB ${version} is too old: 3.4 or later is needed.`);
      const { status } = await couch.get("_all_dbs?limit=1");
      if (status < 300) return;
      if (status === 401 || status === 403)
        throw new Error("COUCHDB_URL: not the name and password of an administrator.");
    }
    log({ event: "couch.waiting" });
    await wait(pause);
  }
};

const versionOf = async (couch: CouchClient): Promise<string | undefined> => {
  try {
    const { status, body } = await couch.get<{ version?: string }>("");
    if (status === 401 || status === 403) return oldest.join(".");
    return status === 200 ? body.version : undefined;
  } catch {
    return undefined;
  }
};

const isNewEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > (oldest[0] ?? 0) || (major === oldest[0] && minor >= (oldest[1] ?? 0));
};
