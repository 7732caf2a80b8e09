import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient } from "../../../server/couch-client.ts";
import { provision } from "../../../server/workers/provision.ts";
import { startWorkers, type Workers } from "../../../server/workers/start-workers.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Trip } from "../../../src/domain/model/kinds/trip.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { type CouchTarget, openCouchTarget } from "../../support/server/couch-target.ts";

const author = { by: "admin", device: "seed", at: "2026-11-24T08:00:00.000Z" };
const soon = { interval: 50 };
let target: CouchTarget;
let workers: Workers[];
let end: (() => void)[];

beforeEach(async () => {
  workers = [];
  end = [];
  target = await openCouchTarget();
  await target.couch.put("_users", undefined);
  await target.couch.put("directory", undefined);
  for (const site of ["alpha", "beta"]) await put("directory", aSite(site));
});
afterEach(async () => {
  for (const letGo of end) letGo();
  for (const each of workers) each.stop();
  await target.close();
});

const put = (database: string, document: { readonly _id: string }) =>
  target.couch.put<{ rev: string }>(`${database}/${encodeURIComponent(document._id)}`, document);
const addAccount = (name: string, roles: readonly string[], more: object = {}) =>
  put("_users", {
    _id: `org.couchdb.user:${name}`,
    ...{ type: "user", name, roles, password: "four words", ...more },
  });
const accountOf = async (name: string) =>
  (await target.couch.get<{ _rev: string; roles: string[] }>(`_users/org.couchdb.user:${name}`)).body;
const rolesOf = async (name: string) => (await accountOf(name)).roles;
const aSite = (site: string) =>
  firstVersion(
    kinds.site,
    `site:${site}`,
    { site, name: site, type: "shelter", orgId: "organisation:org-1", protected: false, status: "open" },
    author,
  );
const aTrip = (id: string, site: string, more: Partial<Trip>) => {
  const departAt = new Date().toISOString();
  const content = { site, tripNo: id, departAt, stops: [], seatsUsable: 8, status: "boarding" as const, ...more };
  return firstVersion(kinds.trip, `trip:${id}`, content, author);
};
const start = async (couch: CouchClient = target.couch) => {
  const started = await startWorkers({ ...couch, remove: target.couch.remove }, () => {});
  workers.push(started);
  await started.ready;
  for (const database of ["directory", "site-alpha", "site-beta"])
    await expect.poll(() => isActedOn(database), soon).toBe(true);
  return started;
};
/** Changes of the database have been acted on so far. */
const isActedOn = async (database: string) => {
  const { body } = await target.couch.get<{ since?: string }>(`server/_local/follower:${database}`);
  if (body.since === undefined) return false;
  const later = `${database}/_changes?since=${encodeURIComponent(body.since)}`;
  return (await target.couch.get<{ results: readonly object[] }>(later)).body.results.length === 0;
};

/** Answers to what fits wait until they are let go; meanwhile somebody else may write. */
const holding = (couch: CouchClient) => {
  let held: RegExp | undefined;
  let letGo = () => {};
  let isHeld = false;
  let open = Promise.resolve();
  end.push(() => letGo());
  return {
    couch: {
      ...couch,
      get: async <T>(path: string) => {
        const answer = await couch.get<T>(path);
        if (held?.test(path)) {
          isHeld = true;
          await open;
        }
        return answer;
      },
    } satisfies CouchClient,
    hold: (path: RegExp) => {
      held = path;
      isHeld = false;
      open = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    isHeld: () => isHeld,
    letGo: () => {
      held = undefined;
      letGo();
    },
  };
};

test("Two sites publish trips at once: both drivers and the lead at the other end may open theirs, and go on to", async () => {
  await addAccount("ivan", ["driver"]);
  await addAccount("petro", ["driver"]);
  await addAccount("lara", ["lead:beta"]);
  const slow = holding(target.couch);
  await start(slow.couch);
  slow.hold(/^site-alpha\/_all_docs.*trip/);
  const stop = { place: "Beta", site: "beta", kind: "drop" as const, plannedAt: author.at };
  await put("site-alpha", aTrip("01a", "alpha", { driverAccounts: ["petro"], stops: [stop] }));
  await expect.poll(slow.isHeld, soon).toBe(true);
  await put("site-beta", aTrip("01b", "beta", { driverAccounts: ["ivan"] }));
  await expect.poll(() => isActedOn("site-beta"), soon).toBe(true);
  slow.letGo();
  await expect.poll(() => rolesOf("petro"), soon).toEqual(["account", "driver", "trip:01a"]);
  await expect.poll(() => rolesOf("ivan"), soon).toEqual(["account", "driver", "trip:01b"]);
  await expect.poll(() => rolesOf("lara"), soon).toEqual(["account", "lead:beta", "trip:01a", "trip:01b"]);
});

test("A trip that is over while another is published takes its right along", async () => {
  await addAccount("petro", ["driver"]);
  await addAccount("ivan", ["driver"]);
  const slow = holding(target.couch);
  await start(slow.couch);
  const over = aTrip("01b", "beta", { driverAccounts: ["ivan"] });
  const { rev } = (await put("site-beta", over)).body;
  await expect.poll(() => rolesOf("ivan"), soon).toContain("trip:01b");
  slow.hold(/^site-alpha\/_all_docs.*trip/);
  await put("site-alpha", aTrip("01a", "alpha", { driverAccounts: ["petro"] }));
  await expect.poll(slow.isHeld, soon).toBe(true);
  const long = new Date(Date.now() - 80 * 3_600_000).toISOString();
  await put("site-beta", { ...over, status: "closed", departAt: long, _rev: rev } as Trip);
  await expect.poll(() => isActedOn("site-beta"), soon).toBe(true);
  slow.letGo();
  await expect.poll(() => rolesOf("petro"), soon).toContain("trip:01a");
  await expect.poll(() => rolesOf("ivan"), soon).toEqual(["account", "driver"]);
});

test("A site that appears and an account that changes while rights are worked out: both count", async () => {
  await addAccount("petro", ["driver"]);
  const slow = holding(target.couch);
  await start(slow.couch);
  slow.hold(/^site-alpha\/_all_docs.*trip/);
  await put("site-alpha", aTrip("01a", "alpha", { driverAccounts: ["petro"] }));
  await expect.poll(slow.isHeld, soon).toBe(true);
  await put("directory", aSite("gamma"));
  const { _rev } = await accountOf("petro");
  await addAccount("petro", ["driver", "volunteer:gamma"], { _rev });
  slow.letGo();
  await expect.poll(() => rolesOf("petro"), soon).toEqual(["account", "driver", "volunteer:gamma", "trip:01a"]);
  await expect.poll(async () => (await target.couch.get("site-gamma/_design/prystan")).status, soon).toBe(200);
});

test("Of two servers on one store the one that read earlier writes over nothing: its turn has to be repeated", async () => {
  await provision(target.couch);
  await addAccount("petro", ["driver", "trip:00x"]);
  const slow = holding(target.couch);
  slow.hold(/^site-alpha\/_all_docs/);
  const early = provision(slow.couch, Date.now(), new Set());
  await expect.poll(slow.isHeld, soon).toBe(true);
  await put("site-alpha", aTrip("01a", "alpha", { driverAccounts: ["petro"] }));
  expect((await provision(target.couch)).isDone).toBe(true);
  expect(await rolesOf("petro")).toEqual(["account", "driver", "trip:01a"]);
  slow.letGo();
  expect((await early).isDone).toBe(false);
  expect(await rolesOf("petro")).toEqual(["account", "driver", "trip:01a"]);
});

test("Two servers that follow one store come to rest with every right given", async () => {
  await addAccount("petro", ["driver"]);
  await addAccount("ivan", ["driver"]);
  const slow = holding(target.couch);
  await start();
  await start(slow.couch);
  slow.hold(/^site-beta\/_changes|^site-alpha\/_all_docs.*trip/);
  await put("site-beta", aTrip("01b", "beta", { driverAccounts: ["ivan"] }));
  await put("site-alpha", aTrip("01a", "alpha", { driverAccounts: ["petro"] }));
  await expect.poll(() => rolesOf("ivan"), soon).toContain("trip:01b");
  await expect.poll(() => rolesOf("petro"), soon).toContain("trip:01a");
  slow.letGo();
  for (const each of workers) await each.provision();
  expect(await rolesOf("ivan")).toEqual(["account", "driver", "trip:01b"]);
  expect(await rolesOf("petro")).toEqual(["account", "driver", "trip:01a"]);
});

test("A site that cannot be read takes nobody's right away; the run that met it is tried again", async () => {
  await addAccount("petro", ["driver"]);
  let failing = /never/;
  const away = { status: 500, body: {} };
  const couch: CouchClient = {
    ...target.couch,
    get: async <T>(path: string) => (failing.test(path) ? (away as never) : target.couch.get<T>(path)),
  };
  const [started] = [await start(couch)];
  await put("site-alpha", aTrip("01a", "alpha", { driverAccounts: ["petro"] }));
  await expect.poll(() => rolesOf("petro"), soon).toContain("trip:01a");
  failing = /^site-alpha\/_all_docs/;
  await started.provision();
  expect(await rolesOf("petro")).toEqual(["account", "driver", "trip:01a"]);
  await put("site-beta", aTrip("01b", "beta", { driverAccounts: ["petro"] }));
  await expect.poll(async () => (await target.couch.get("trip-01b")).status, soon).toBe(200);
  failing = /never/;
  await expect.poll(() => rolesOf("petro"), soon).toEqual(["account", "driver", "trip:01a", "trip:01b"]);
});

test("A trip whose name no database can have keeps no other from its rights", async () => {
  await addAccount("petro", ["driver"]);
  await provision(target.couch);
  await put("site-alpha", aTrip("00 ?", "alpha", { driverAccounts: ["petro"] }));
  await put("site-alpha", aTrip("01a", "alpha", { driverAccounts: ["petro"] }));
  await provision(target.couch);
  expect(await rolesOf("petro")).toEqual(["account", "driver", "trip:01a"]);
});

test("An account that has ended, or that nobody has taken up yet, opens no trip", async () => {
  await addAccount("petro", [], { ended: author.at });
  await addAccount("ivan", [], { invitation: { roles: ["driver"], until: "2999-01-01", seal: "x" } });
  await provision(target.couch);
  await put("site-alpha", aTrip("01a", "alpha", { driverAccounts: ["petro", "ivan"] }));
  await provision(target.couch);
  expect([await rolesOf("petro"), await rolesOf("ivan")]).toEqual([[], []]);
});

test("A driver of whom it cannot be told whether he was added or taken off, in a record of an older app, opens nothing by it", async () => {
  for (const name of ["petro", "ivan"]) await addAccount(name, ["driver"]);
  const trip = aTrip("01a", "alpha", { driverAccounts: ["petro", "ivan"] });
  const { base } = trip.stamps;
  const doubtful = {
    rivals: {
      driverAccounts: [
        ["2.lead1", ["ivan"]],
        ["2.coor1", ["petro", "ivan"]],
      ],
    },
    stamps: {
      ...{ base, own: { driverAccounts: "2.lead1" }, seen: { ...trip.stamps.seen, lead1: 2, coor1: 2 } },
      edits: { ...trip.stamps.edits, "2.lead1": ["lea", author.at], "2.coor1": ["cora", author.at] },
    },
  };
  await start();
  await put("site-alpha", { ...trip, ...doubtful });
  await expect.poll(() => rolesOf("ivan"), soon).toEqual(["account", "driver", "trip:01a"]);
  await expect.poll(() => rolesOf("petro"), soon).toEqual(["account", "driver"]);
});
