import { afterEach, beforeEach, expect, test } from "vitest";
import { provision } from "../../../server/workers/provision.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

const at = "2026-11-24T08:00:00.000Z";
const now = Date.parse(at);
const database = "trip-01";
let server: TestServer;

const aSite = (site: string) =>
  firstVersion(kinds.site, `site:${site}`, { site, name: site }, { by: "admin", device: "seed", at });
const aTrip = (site: string, content: object = {}) =>
  firstVersion(
    kinds.trip,
    "trip:01",
    { site, tripNo: "1", departAt: at, stops: [{ place: "Lublin", site: "lublin" }], seatsUsable: 8, ...content },
    { by: "lead", device: `phone-${site}`.replace("-", ""), at },
  );
const aLine = (site: string, key: string) =>
  firstVersion(
    kinds.line,
    `line:${key}`,
    { site, tripId: "trip:01", passenger: { child: true }, status: "booked" },
    { by: "lead", device: "phone1", at },
  );
const write = (place: string, docs: readonly Document[]) => server.couch.post(`${place}/_bulk_docs`, { docs });
const rolesOf = async (name: string) =>
  (await server.couch.get<{ roles: readonly string[] }>(`_users/org.couchdb.user%3A${name}`)).body.roles;

beforeEach(async () => {
  server = await openTestServer();
  await server.install("directory", "site-medyka", "site-lublin");
  await write("directory", ["medyka", "lublin"].map(aSite));
  for (const name of ["petro", "oleh"]) await server.addAccount(name, ["driver"]);
  await write("site-medyka", [
    aTrip("medyka", { status: "boarding", driverAccounts: ["petro"] }),
    aLine("medyka", "a"),
  ]);
  await provision(server.couch, now);
});
afterEach(() => server.close());

test("A trip of another site under the same id lets nobody in, closes nothing and brings nothing", async () => {
  const [trip, security] = await stored();
  await write("site-lublin", [aLine("lublin", "b"), aTrip("lublin", { status: "boarding", driverAccounts: ["oleh"] })]);
  await provision(server.couch, now);
  expect(await rolesOf("oleh")).toEqual(["account", "driver"]);
  expect(await rolesOf("petro")).toEqual(["account", "driver", "trip:01"]);
  expect([...(await server.documents(database)).keys()].filter((id) => id.startsWith("line:"))).toEqual(["line:a"]);
  await write("site-lublin", [{ ...aTrip("lublin", { status: "cancelled", departAt: "2026-01-01T00:00:00.000Z" }) }]);
  await provision(server.couch, now);
  expect(await stored()).toEqual([trip, security]);
});

test("An older server's database of a trip is the site's whose trip lies in it, and says so from then on", async () => {
  const { site: _, ...older } = (await stored())[1] as { readonly site?: string };
  await server.couch.put(`${database}/_security`, older);
  await write("site-lublin", [aTrip("lublin", { status: "boarding", driverAccounts: ["oleh"] })]);
  await provision(server.couch, now);
  expect((await stored())[1]).toMatchObject({ site: "medyka" });
  expect(await rolesOf("oleh")).toEqual(["account", "driver"]);
});

test("Whoever leads another stop does not lead the list by what a record of theirs says of itself", async () => {
  await server.addAccount("olha", ["lead:lublin"]);
  await provision(server.couch, now);
  await server.settled();
  const authorization = `Basic ${Buffer.from("olha:four words that hold").toString("base64")}`;
  const put = async (document: Document) => {
    const path = `${database}/${encodeURIComponent(document._id)}`;
    return server.handle({ method: "PUT", path, headers: { authorization }, body: JSON.stringify(document) });
  };
  for (const site of ["lublin", "medyka"]) {
    const { status, body } = await put(aLine(site, "c"));
    expect({ site, status, body }).toMatchObject({
      status: 403,
      body: expect.stringMatching(/other_site|not_your_role/),
    });
  }
});

test("A site that publishes many trips at once holds up no other site's for long, and has all of them in the end", async () => {
  const [one] = [aTrip("lublin", { status: "boarding" })];
  await write(
    "site-lublin",
    Array.from({ length: 60 }, (_, place) => ({ ...one, _id: `trip:many${place}` }) as Document),
  );
  await write("site-medyka", [{ ...aTrip("medyka", { status: "boarding" }), _id: "trip:02" }]);
  const made = async () => {
    const there = await Promise.all(
      Array.from({ length: 60 }, (_, place) => server.couch.get(`trip-many${place}`).then(({ status }) => status)),
    );
    return there.filter((status) => status === 200).length;
  };
  expect(await provision(server.couch, now)).toMatchObject({ isDone: false, failures: [] });
  expect(await made()).toBe(50);
  expect((await server.couch.get("trip-02")).status).toBe(200);
  expect(await provision(server.couch, now)).toMatchObject({ isDone: true, failures: [] });
  expect(await made()).toBe(60);
});

const stored = async () => [
  (await server.documents(database)).get("trip:01"),
  (await server.couch.get<object>(`${database}/_security`)).body,
];
