import { setTimeout as wait } from "node:timers/promises";
import { siteDatabase, tripDatabase } from "../../src/domain/databases.ts";
import type { Site } from "../../src/domain/site.ts";
import type { Trip } from "../../src/domain/trip.ts";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install.ts";
import { mergeLeaves } from "./conflict-leaves.ts";
import { allOf, provideTripDatabases } from "./trip-databases.ts";
import { grantTripRoles } from "./trip-roles.ts";

/** What the server does on its own, by following `_changes`. Each pass makes the whole state right, so a missed change costs nothing. */
export type Workers = {
  /** When everything was last made right, ISO 8601. */
  lastPass(): string;
  stop(): void;
};

/** Milliseconds after which a pass is made even if nothing was heard. */
const calm = 60_000;

/** Makes the databases that every installation has, then goes on providing what documents ask for. Resolves after the first pass. */
export const startWorkers = async (couch: CouchClient, log: (event: object) => void): Promise<Workers> => {
  let stopped = false;
  const followed = new Set<string>();
  const merged = new Map<string, string>();
  let bell = openBell();
  const ring = () => bell.ring();
  let passed = "";

  const pass = async () => {
    bell = openBell();
    const { sites, trips } = await provide(couch);
    for (const database of [...sites, "directory", "_users"]) {
      if (followed.has(database)) continue;
      followed.add(database);
      void follow(couch, database, ring, () => stopped);
    }
    for (const database of ["directory", ...sites, ...trips])
      merged.set(database, await mergeLeaves(couch, database, merged.get(database) ?? "0"));
    passed = new Date().toISOString();
  };
  const run = async () => {
    while (!stopped) {
      await Promise.race([bell.heard, wait(calm, undefined, { ref: false })]);
      if (stopped) return;
      await pass().catch((error: Error) => log({ event: "worker-failed", message: error.message }));
    }
  };
  await installDatabase(couch, "directory");
  await couch.put("_users", undefined);
  await pass();
  void run();
  return {
    lastPass: () => passed,
    stop: () => {
      stopped = true;
      ring();
    },
  };
};

/** Databases of all sites, of all published trips, and who may open them. Answers their names. */
export const provide = async (couch: CouchClient, now = Date.now()): Promise<Provided> => {
  const sites = await allOf<Site>(couch, "directory", "site");
  const trips: Trip[] = [];
  for (const { site } of sites) {
    await installDatabase(couch, siteDatabase(site));
    trips.push(...(await provideTripDatabases(couch, site, now)));
  }
  await grantTripRoles(couch, trips);
  return {
    sites: sites.map(({ site }) => siteDatabase(site)),
    trips: trips.map(({ _id }) => tripDatabase(_id)),
  };
};

type Provided = { readonly sites: readonly string[]; readonly trips: readonly string[] };

/** Rings once after it began to listen, for what changed while nobody did, then whenever something changes that workers act on. */
const follow = async (
  couch: CouchClient,
  database: string,
  ring: () => void,
  stopped: () => boolean,
): Promise<void> => {
  let since = "now";
  while (!stopped()) {
    try {
      const isFirst = since === "now";
      const query = isFirst ? "since=now&limit=0" : `feed=longpoll&timeout=50000&since=${encodeURIComponent(since)}`;
      const { body } = await couch.get<{ last_seq: string; results: readonly { id: string }[] }>(
        `${database}/_changes?${query}`,
      );
      since = String(body.last_seq);
      if (isFirst || body.results.some(({ id }) => /^(site|trip|line|org\.couchdb\.user):/.test(id))) ring();
    } catch {
      await wait(1_000, undefined, { ref: false });
    }
  }
};

const openBell = () => {
  let ring = () => {};
  const heard = new Promise<void>((resolve) => {
    ring = resolve;
  });
  return { heard, ring: () => ring() };
};
