import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient } from "../../../server/couch-client.ts";
import { startWorkers, type Workers } from "../../../server/workers/start-workers.ts";
import { firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import type { Trip } from "../../../src/domain/model/kinds/trip.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { type CouchTarget, openCouchTarget } from "../../support/server/couch-target.ts";

const author = { by: "admin", device: "seed", at: "2026-11-24T08:00:00.000Z" };
const said: object[] = [];
let target: CouchTarget;
let workers: Workers;

beforeEach(async () => {
  said.length = 0;
  target = await openCouchTarget();
  workers = await startWorkers(target.couch, (event) => void said.push(event));
});
afterEach(async () => {
  workers.stop();
  await target.close();
  expect(said).toEqual([]);
});

const soon = { interval: 50 };
const membersOf = async (database: string) =>
  (await target.couch.get<{ members?: { roles: string[] } }>(`${database}/_security`)).body.members?.roles;
const rolesOf = async (name: string) =>
  (await target.couch.get<{ roles: string[] }>(`_users/org.couchdb.user:${name}`)).body.roles;
const put = (database: string, document: { readonly _id: string }) =>
  target.couch.put<{ rev: string }>(`${database}/${encodeURIComponent(document._id)}`, document);
const addAccount = (name: string, roles: readonly string[]) =>
  put("_users", { _id: `org.couchdb.user:${name}`, type: "user", name, roles, password: "four words" } as never);
const aSite = firstVersion(
  kinds.site,
  "site:medyka",
  {
    site: "medyka",
    name: "Medyka",
    type: "reception_point",
    orgId: "organisation:org-1",
    protected: false,
    status: "open",
  },
  author,
);
const anOrganisation = firstVersion(kinds.organisation, "organisation:org-1", { name: "Org" }, author);
const aTrip = firstVersion(
  kinds.trip,
  "trip:01",
  {
    site: "medyka",
    tripNo: "M-1",
    departAt: new Date().toISOString(),
    stops: [],
    seatsUsable: 8,
    status: "boarding",
    driverAccounts: ["petro"],
  },
  author,
);

test("A site and an organisation made by document get their databases, each for its own", async () => {
  await put("directory", anOrganisation);
  await put("directory", aSite);
  await expect.poll(() => membersOf("protection-org-1"), soon).toEqual(["protection:org-1"]);
  await expect
    .poll(() => membersOf("site-medyka"), soon)
    .toEqual(["volunteer:medyka", "lead:medyka", "coordinator", "coordinator:org-1"]);
  await expect.poll(() => membersOf("care-medyka"), soon).toEqual(["care:medyka"]);
  expect(await membersOf("case-org-1")).toEqual(["case:org-1"]);
});

test("An account made by document may open the directory; one without a task may not", async () => {
  await addAccount("olena", ["volunteer:medyka"]);
  await addAccount("nina", []);
  await expect.poll(() => rolesOf("olena"), soon).toEqual(["account", "volunteer:medyka"]);
  expect(await rolesOf("nina")).toEqual([]);
});

test("Publishing a trip opens it to its drivers at once, closing it takes the lines from their hands, and in the end the right", async () => {
  await put("directory", aSite);
  await addAccount("petro", ["driver"]);
  await expect.poll(() => membersOf("site-medyka"), soon).toBeDefined();
  const { rev } = (await put("site-medyka", aTrip)).body;
  await expect.poll(() => rolesOf("petro"), soon).toEqual(["account", "driver", "trip:01"]);
  expect(await membersOf("trip-01")).toEqual(["trip:01"]);
  const line = firstVersion(
    kinds.line,
    "line:01.a",
    { site: "medyka", tripId: "trip:01", passenger: { child: false }, status: "booked" },
    author,
  );
  await put("site-medyka", line);
  await expect.poll(async () => (await target.couch.get("trip-01/line%3A01.a")).status, soon).toBe(200);

  const closed = nextVersion(kinds.trip.rule, aTrip, { ...aTrip, status: "closed" }, author);
  const { rev: second } = (await put("site-medyka", { ...closed, _rev: rev } as Trip)).body;
  await expect
    .poll(async () => (await target.couch.get("trip-01/_security")).body, soon)
    .toMatchObject({ closed: "handingBack" });

  const long = new Date(Date.now() - 80 * 3_600_000).toISOString();
  const over = nextVersion(kinds.trip.rule, closed, { ...closed, departAt: long }, author);
  await put("site-medyka", { ...over, _rev: second } as Trip);
  await expect.poll(() => membersOf("trip-01"), soon).toEqual(["_admin"]);
  await expect.poll(() => rolesOf("petro"), soon).toEqual(["account", "driver"]);
});

test("Two servers follow one store, and one that was away goes on where it stopped: the same end, nothing done twice", async () => {
  const other = await startWorkers(target.couch, (event) => void said.push(event));
  await put("directory", aSite);
  await expect.poll(() => membersOf("site-medyka"), soon).toBeDefined();
  await other.ready;
  other.stop();
  workers.stop();
  await put("site-medyka", aTrip);
  await addAccount("petro", ["driver"]);
  workers = await startWorkers(target.couch, (event) => void said.push(event));
  await expect.poll(() => rolesOf("petro"), soon).toEqual(["account", "driver", "trip:01"]);
});

test("A database that is not made yet is no failure of whoever follows it: they come back", async () => {
  workers.stop();
  let asked = 0;
  const early: CouchClient = {
    ...target.couch,
    get: async <T>(path: string) => {
      if (!path.startsWith("site-medyka/_changes")) return target.couch.get<T>(path);
      asked += 1;
      return asked === 1 ? { status: 404, body: {} as never } : target.couch.get<T>(path);
    },
  };
  await put("directory", aSite);
  workers = await startWorkers({ ...early, remove: target.couch.remove }, (event) => void said.push(event));
  await expect
    .poll(async () => (await target.couch.get("server/_local/follower%3Asite-medyka")).status, soon)
    .toBe(200);
});
