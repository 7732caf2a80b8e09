import { afterEach, beforeEach, expect, test } from "vitest";
import { provision } from "../../../server/workers/provision.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Line } from "../../../src/domain/model/kinds/line.ts";
import type { Scan } from "../../../src/domain/model/kinds/scan.ts";
import type { Trip } from "../../../src/domain/model/kinds/trip.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { ok } from "../../../src/domain/model/result.ts";
import { board } from "../../../src/domain/transport/boarding.ts";
import { cancelBooking } from "../../../src/domain/transport/booking.ts";
import { passengerStatus } from "../../../src/domain/transport/passenger-status.ts";
import { aPhone } from "../../support/fleet/a-signed-in-phone.ts";
import type { Phone } from "../../support/fleet/phone.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

const database = "trip-01";
const site = "site-medyka";
const at = "2026-11-24T08:00:00.000Z";
let server: TestServer;
let lead: Phone;
let petro: Phone;
let oksana: Phone;

beforeEach(async () => {
  server = await openTestServer();
  await server.install("directory", site);
  const medyka = firstVersion(kinds.site, "site:medyka", aSite, { by: "admin", device: "seed", at });
  await server.couch.post("directory/_bulk_docs", { docs: [medyka] });
  lead = await aPhone(server, "lead", ["lead:medyka"]);
  petro = await aPhone(server, "petro", ["driver"]);
  oksana = await aPhone(server, "oksana", ["driver"]);
  await lead.store.add(site, [
    aTrip,
    aLine("a"),
    aLine("b"),
    { ...aLine("x"), content: { ...aLine("x").content, tripId: "trip:02" } },
  ]);
  await lead.idle();
});
afterEach(async () => {
  for (const phone of [lead, petro, oksana]) await phone.close();
  await server.close();
});

const aSite = { site: "medyka", name: "Medyka", kind: "reception", country: "PL" };
const aTrip = {
  kind: "trip",
  id: "trip:01",
  content: {
    site: "medyka",
    tripNo: "M-1",
    departAt: at,
    stops: [],
    seatsUsable: 8,
    status: "draft",
    driverAccounts: ["petro", "oksana"],
  },
};
const aLine = (key: string) => ({
  kind: "line",
  id: `line:01.${key}`,
  content: { site: "medyka", tripId: "trip:01", passenger: { child: false }, status: "booked" },
});

const setStatus = async (status: Trip["status"], now = Date.parse(at)) => {
  await lead.store.change(site, "trip:01", (trip: Trip) => ok({ ...trip, status }));
  await lead.idle();
  await provision(server.couch, now);
  await server.settled();
};
const manifestOf = (phone: Phone) => {
  const documents = [...phone.store.rows(database).values()].map((row) => row.document);
  const of = <D>(kind: string) => documents.filter((document) => document.kind === kind) as unknown as D[];
  return { trip: of<Trip>("trip")[0] as Trip, lines: of<Line>("line"), scans: of<Scan>("scan") };
};
const scan = async (phone: Phone, key: string) => {
  const manifest = manifestOf(phone);
  const line = manifest.lines.find(({ _id }) => _id === `line:01.${key}`) as Line;
  const scanned = board(manifest, line, { by: phone.name, at });
  if (scanned.ok) await phone.store.add(database, [scanned.value]);
  await phone.idle();
};
const sequence = async (name: string) => (await server.couch.get<{ update_seq: string }>(name)).body.update_seq;

test("A trip that is only planned is nobody's but the site's", async () => {
  await provision(server.couch, Date.parse(at));
  expect((await server.couch.get(database)).status).toBe(404);
  await petro.sync();
  expect(petro.account.databases).toEqual(["directory"]);
});

test("Published, it reaches the drivers with its own lines; what two drivers scan meets", async () => {
  await setStatus("boarding");
  await petro.sync();
  await oksana.sync();
  expect(petro.account.databases).toEqual(["directory", database]);
  expect(
    manifestOf(petro)
      .lines.map(({ _id }) => _id)
      .sort(),
  ).toEqual(["line:01.a", "line:01.b"]);
  oksana.network.isOnline = false;
  await scan(petro, "a");
  await scan(oksana, "a");
  await scan(oksana, "b");
  oksana.network.isOnline = true;
  await oksana.sync();
  await petro.sync();
  await lead.sync();
  for (const phone of [petro, oksana, lead]) {
    const { lines, scans } = manifestOf(phone);
    expect(scans).toHaveLength(2);
    expect(lines.map((line) => passengerStatus(line, scans))).toEqual(["boarded", "boarded"]);
    expect(phone.status.unsent).toBe(0);
  }
});

test("The workers may run as often as they like: the second pass writes nothing", async () => {
  await setStatus("boarding");
  const before = [await sequence(database), await sequence("_users"), await sequence(site)];
  await provision(server.couch, Date.parse(at));
  await provision(server.couch, Date.parse(at));
  expect([await sequence(database), await sequence("_users"), await sequence(site)]).toEqual(before);
});

test("A line that is added or taken off later arrives at the door, and what the driver's copy has stays", async () => {
  await setStatus("boarding");
  await petro.sync();
  await scan(petro, "a");
  await lead.store.add(site, [aLine("c")]);
  await lead.store.change(site, "line:01.b", (line: Line) => ok({ ...line, status: "cancelled" }));
  await lead.idle();
  await provision(server.couch, Date.parse(at));
  await petro.sync();
  const { lines, scans } = manifestOf(petro);
  const status = (key: string) => passengerStatus(lines.find(({ _id }) => _id === `line:01.${key}`) as Line, scans);
  expect([status("a"), status("b"), status("c")]).toEqual(["boarded", "cancelled", "booked"]);
});

test("An incident on the road takes nothing from the driver", async () => {
  await setStatus("boarding");
  await petro.sync();
  await setStatus("incident");
  await petro.sync();
  expect(petro.account.databases).toContain(database);
});

test("A trip that was closed or called off while the driver had no network: the driver sees it, and hands in what was scanned", async () => {
  await setStatus("boarding");
  await petro.sync();
  petro.network.isOnline = false;
  await scan(petro, "a");
  await setStatus("cancelled");
  petro.network.isOnline = true;
  await petro.sync();
  expect(manifestOf(petro).trip.status).toBe("cancelled");
  expect(petro.status.unsent).toBe(0);
});

test("Three days after its departure a closed trip is nobody's any more; what was never sent stays visible", async () => {
  await setStatus("boarding");
  await petro.sync();
  petro.network.isOnline = false;
  await scan(petro, "a");
  await setStatus("closed", Date.parse(at) + 73 * 3_600_000);
  petro.network.isOnline = true;
  await petro.sync();
  expect(petro.account.databases).toEqual(["directory"]);
  expect(petro.status).toMatchObject({ unsent: 1, refused: 1 });
});

test("A trip that was called off while it was only planned gets no database", async () => {
  await setStatus("cancelled");
  expect((await server.couch.get(database)).status).toBe(404);
});

test("A trip that was planned, published and changed without a network arrives whole, and its driver has it", async () => {
  lead.network.isOnline = false;
  await lead.store.change(site, "trip:01", (trip: Trip) => ok({ ...trip, status: "boarding" as const }));
  await lead.store.add(site, [aLine("c")]);
  await lead.store.change(site, "line:01.a", (line: Line) => ok({ ...line, seat: 4 }));
  await lead.store.change(site, "line:01.b", cancelBooking);
  await lead.sync();
  expect(lead.status.unsent).toBeGreaterThan(0);
  lead.network.isOnline = true;
  await lead.sync();
  await provision(server.couch, Date.parse(at));
  await server.settled();
  await petro.signIn();
  await petro.sync();
  expect(manifestOf(petro).lines.map(({ _id, seat, status }) => [_id, seat, status])).toEqual(
    expect.arrayContaining([
      ["line:01.a", 4, "booked"],
      ["line:01.b", undefined, "cancelled"],
      ["line:01.c", undefined, "booked"],
    ]),
  );
});

test("What a lead writes to the site's copy of a line and to the trip's is on the driver's phone, both of it, in whatever order it arrives", async () => {
  await setStatus("boarding");
  await lead.signIn();
  await lead.sync();
  lead.network.isOnline = false;
  await lead.store.change(site, "line:01.a", (line: Line) => ok({ ...line, seat: 4 }));
  await lead.store.change(database, "line:01.a", (line: Line) => ok({ ...line, luggageCount: 2 }));
  await lead.store.change(site, "line:01.a", (line: Line) => ok({ ...line, pet: "cat" as const }));
  await lead.store.change(database, "line:01.a", (line: Line) => ok({ ...line, destinationTold: "uk" as const }));
  lead.network.isOnline = true;
  await lead.sync();
  await provision(server.couch, Date.parse(at));
  await petro.signIn();
  await petro.sync();
  const written = { seat: 4, luggageCount: 2, pet: "cat", destinationTold: "uk" };
  expect(manifestOf(petro).lines.find(({ _id }) => _id === "line:01.a")).toMatchObject(written);
});
