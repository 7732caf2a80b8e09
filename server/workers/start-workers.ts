import { setTimeout as wait } from "node:timers/promises";
import { siteDatabase } from "../../src/domain/databases.ts";
import type { Site } from "../../src/domain/site.ts";
import type { Trip } from "../../src/domain/trip.ts";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install.ts";
import { allOf, provideTripDatabases } from "./trip-databases.ts";
import { grantTripRoles } from "./trip-roles.ts";

/** What the server does on its own, by following `_changes`. Each pass makes the whole state right, so a missed change costs nothing. */
export type Workers = { stop(): void };

/** Milliseconds after which a pass is made even if nothing was heard. */
const calm = 60_000;

/** Makes the databases that every installation has, then goes on providing what documents ask for. Resolves after the first pass. */
export const startWorkers = async (couch: CouchClient, log: (event: object) => void): Promise<Workers> => {
  let stopped = false;
  const followed = new Set<string>();
  let bell = openBell();
  const ring = () => bell.ring();

  const pass = async () => {
    bell = openBell();
    for (const database of [...(await provide(couch)), "directory", "_users"]) {
      if (followed.has(database)) continue;
      followed.add(database);
      void follow(couch, database, ring, () => stopped);
    }
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
    stop: () => {
      stopped = true;
      ring();
    },
  };
};

/** Databases of all sites, of all published trips, and who may open them. Answers the site databases. */
const provide = async (couch: CouchClient): Promise<readonly string[]> => {
  const sites = await allOf<Site>(couch, "directory", "site");
  const trips: Trip[] = [];
  for (const { site } of sites) {
    await installDatabase(couch, siteDatabase(site));
    trips.push(...(await provideTripDatabases(couch, site)));
  }
  await grantTripRoles(couch, trips);
  return sites.map(({ site }) => siteDatabase(site));
};

const follow = async (
  couch: CouchClient,
  database: string,
  ring: () => void,
  stopped: () => boolean,
): Promise<void> => {
  let since = "now";
  while (!stopped()) {
    try {
      const query = `feed=longpoll&timeout=50000&since=${encodeURIComponent(since)}`;
      const { body } = await couch.get<{ last_seq: string; results: readonly { id: string }[] }>(
        `${database}/_changes?${query}`,
      );
      since = String(body.last_seq);
      if (body.results.some(({ id }) => /^(site|trip|line|org\.couchdb\.user):/.test(id))) ring();
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
