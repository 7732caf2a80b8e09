import { afterEach, beforeEach, expect, test } from "vitest";
import { followedDatabases } from "../../../src/app/workspace/followed-databases.ts";
import { openRecords, type Records } from "../../../src/live/records.ts";
import { aDocument } from "../../support/data/a-document.ts";
import { ownEngine } from "../../support/fleet/engine.ts";
import { openPhone, type Phone } from "../../support/fleet/phone.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

const roles = ["account", "coordinator", "trip:1", "trip:2"];
let server: TestServer;
let phone: Phone;
let records: Records | undefined;
let chosen: readonly string[];

const put = (database: string, document: { readonly _id: string }) =>
  server.couch.put(`${database}/${encodeURIComponent(document._id)}`, document);
const aSite = (site: string) => {
  const place = { site, name: site, type: "shelter", protected: false, status: "open" };
  return aDocument("site", site, { ...place, orgId: "organisation:org-1" });
};
/** The databases that were asked for since. */
const asked = () => {
  const paths = phone.network.requests.splice(0).map((request) => request.split(" ")[1]?.split("/")[0] ?? "");
  return [...new Set(paths.filter((path) => !path.startsWith("_")))].sort();
};

beforeEach(async () => {
  [chosen, records] = [[], undefined];
  server = await openTestServer();
  await server.install("directory", "site-alpha", "site-beta", "trip-1", "trip-2");
  for (const site of ["alpha", "beta"]) await put("directory", aSite(site));
  for (const [key, site] of [
    ["1", "alpha"],
    ["2", "beta"],
  ] as const)
    for (const database of [`site-${site}`, `trip-${key}`])
      await put(database, aDocument("trip", key, { site, status: "boarding" }));
  await server.addAccount("cora", roles);
  await server.settled();
  phone = await openPhone({
    server,
    name: "cora",
    roles,
    engine: (options, wires) => {
      const known = openRecords(options.store, []);
      records = known;
      return ownEngine({ ...options, follows: (held) => followedDatabases(known, held, chosen, () => false) }, wires);
    },
  });
  await phone.signIn();
});
afterEach(async () => {
  records?.close();
  await phone.close();
  await server.close();
});

test("A coordinator's phone asks for no site before one is chosen, then for that one and its trips, in one round", async () => {
  await phone.open();
  expect(asked()).toEqual(["directory"]);
  chosen = ["alpha"];
  await phone.sync();
  expect(asked()).toEqual(["directory", "site-alpha", "trip-1"]);
  expect([...phone.store.rows("trip-1").keys()]).toEqual(["trip:1"]);
  chosen = ["beta"];
  await phone.sync();
  expect(asked()).toEqual(["directory", "site-beta", "trip-2"]);
});

test("A trip that a followed site publishes is followed as soon as the site says so", async () => {
  await server.install("trip-3");
  chosen = ["alpha"];
  await phone.open();
  await server.addAccount("cora", [...roles, "trip:3"]);
  await server.settled();
  for (const database of ["site-alpha", "trip-3"])
    await put(database, aDocument("trip", "3", { site: "alpha", status: "boarding" }));
  await phone.sync();
  expect([...phone.store.rows("trip-3").keys()]).toEqual(["trip:3"]);
});
