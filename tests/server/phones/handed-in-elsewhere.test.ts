import { afterEach, beforeEach, expect, test } from "vitest";
import { ingest } from "../../../server/phones/ingest.ts";
import { publicKeyOf } from "../../../server/phones/open-sealed-item.ts";
import { noteOpened } from "../../../server/phones/opened-databases.ts";
import { authorTokenFor, outboxSecret } from "../../../server/phones/outbox-secret.ts";
import { type SealingCredentials, sealWrite } from "../../../src/device/outbox/seal-write.ts";
import type { IngestOutcome } from "../../../src/domain/exchange/sealed-write.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import type { ReviewItem } from "../../../src/domain/model/kinds/review-item.ts";
import { type KindName, kinds } from "../../../src/domain/model/kinds.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";
import { plainName } from "../../support/storage/plain-cipher.ts";

const databases = ["directory", "site-medyka", "site-lublin", "trip-bus1", "trip-bus2"];
const at = "2026-11-25T08:00:00.000Z";
type Content = Readonly<Record<string, unknown>>;

let server: TestServer;
let secret: Buffer;
beforeEach(async () => {
  server = await openTestServer();
  await server.install(...databases, "server");
  secret = await outboxSecret(server.couch);
  await server.addAccount("vera", ["volunteer:medyka"]);
  await server.addAccount("lena", ["lead:lublin"]);
  await server.addAccount("dan", ["driver", "lead:medyka", "trip:bus1"]);
  for (const key of ["bus1", "bus2"])
    await server.couch.put(
      `trip-${key}/trip:${key}`,
      aDocument("trip", "lena", { site: "medyka", status: "boarding" }, key),
    );
});
afterEach(() => server.close());

const sealed = (by: SealingCredentials, database: string, document: Document) =>
  sealWrite(by, database, document, async (_, id) => plainName(database, id));

const aDocument = (kind: KindName, by: string, content: Content, key = "one"): Document =>
  firstVersion(kinds[kind], `${kind}:${key}`, content, { by, device: `${by}1`, at });

/** Hands in what somebody sealed for a database, with a key that they have from wherever. */
const handIn = async (
  by: string,
  database: string,
  document: Document,
  { pass = authorTokenFor(secret, by, `${by}1`), handedBy = by } = {},
): Promise<IngestOutcome> => {
  const keys = { [database]: publicKeyOf(secret, database) };
  const item = await sealed({ by, device: `${by}1`, pass, keys }, database, document);
  if (!item) throw new Error("not sealed");
  return ingest(server.couch, secret, handedBy, item);
};

/** Where anything lies now besides the trips that were there, with what reviews say. */
const found = async (): Promise<readonly object[]> => {
  const rows: object[] = [];
  for (const database of databases)
    for (const [id, document] of await server.documents(database))
      if (!id.startsWith("_") && !id.startsWith("trip:"))
        rows.push(
          id.startsWith("handed-in:") ? reviewIn(database, document as unknown as ReviewItem) : { database, id },
        );
  return rows;
};
const reviewIn = (place: string, { site, database, why }: ReviewItem) => ({ place, site, database, why });

const aPerson = (by: string, site: string) => aDocument("person", by, { site, recordState: "quick" });
const aLine = (by: string, content: Content) =>
  aDocument("line", by, {
    site: "medyka",
    tripId: "trip:bus1",
    passenger: { familyName: "Зоренко", child: false },
    status: "booked",
    expiresAt: "2027-11-25",
    ...content,
  });

test("What a volunteer of one site hands in reaches no other site's database, not as a review either", async () => {
  expect(await handIn("vera", "site-medyka", aPerson("vera", "lublin"))).toBe("review");
  expect(await found()).toEqual([{ place: "site-medyka", site: "medyka", database: "site-medyka", why: "other_site" }]);
});

test("The key of a database where somebody never worked opens nothing there: no record, no review, nor a change of one", async () => {
  await server.couch.put("site-lublin/person:one", aPerson("lena", "lublin"));
  const before = await server.documents("site-lublin");
  for (const document of [
    aPerson("vera", "lublin"),
    aPerson("vera", "medyka"),
    aDocument("person", "vera", { site: "lublin" }, "new"),
  ])
    expect(await handIn("vera", "site-lublin", document)).toBe("unreadable");
  expect(await server.documents("site-lublin")).toEqual(before);
  expect(await found()).toEqual([{ database: "site-lublin", id: "person:one" }]);
});

test.each<[string, KindName, Content]>([
  ["directory", "person", { site: "lublin", recordState: "quick" }],
  ["site-medyka", "site", { slug: "lublin" }],
  ["site-medyka", "scan", { site: "medyka", tripId: "trip:bus2" }],
  ["trip-bus1", "person", { site: "lublin", recordState: "quick" }],
  ["trip-bus1", "stay", { site: "medyka" }],
  ["server", "person", { site: "medyka" }],
  ["_users", "person", { site: "medyka" }],
])("In %s nothing is laid of a kind that has no home there (%s)", async (database, kind, content) => {
  expect(await handIn("dan", database, aDocument(kind, "dan", content, "strange"))).toBe("unreadable");
  expect(await found()).toEqual([]);
});

test("What no kind here is, is laid before the site or the trip's site, and never into the directory, which everybody reads", async () => {
  const unknown = { ...aPerson("vera", "medyka"), kind: "novelty" };
  expect(await handIn("vera", "directory", unknown)).toBe("unreadable");
  expect(await handIn("vera", "site-medyka", unknown)).toBe("review");
  expect(await found()).toEqual([
    { place: "site-medyka", site: "medyka", database: "site-medyka", why: "unknown_kind" },
  ]);
});

test("A line goes to its own trip and its trip's site, whatever it says of itself", async () => {
  expect(await handIn("dan", "trip-bus1", aLine("dan", {}))).toBe("taken");
  const lines = [{ site: "lublin" }, { tripId: "trip:bus2" }, { site: "lublin", tripId: "trip:bus2" }];
  for (const [place, line] of lines.entries())
    expect(await handIn("dan", "trip-bus1", { ...aLine("dan", line), _id: `line:other${place}` })).toBe("review");
  const review = { place: "site-medyka", site: "medyka", database: "trip-bus1" };
  const whys = ["other_site", "other_trip", "other_site"];
  const rows = await found();
  expect(rows).toHaveLength(4);
  expect(rows).toEqual(
    expect.arrayContaining([{ database: "trip-bus1", id: "line:one" }, ...whys.map((why) => ({ ...review, why }))]),
  );
});

test("Whoever does not open a trip brings nothing into it, though a line says that it is their site's", async () => {
  expect(await handIn("lena", "trip-bus1", aLine("lena", { site: "lublin" }))).toBe("unreadable");
  expect(await handIn("dan", "trip-bus2", aLine("dan", { tripId: "trip:bus2" }))).toBe("unreadable");
  expect(await found()).toEqual([]);
});

test("A lead whose trip is over, or who was taken off it, writes nothing into it any more: what was scanned is looked at", async () => {
  await noteOpened(server.couch, { account: "dan", device: "dan1" }, ["directory", "site-medyka", "trip-bus1"]);
  await server.addAccount("dan", ["driver", "lead:medyka"]);
  expect(await handIn("dan", "trip-bus1", aLine("dan", {}))).toBe("review");
  expect(await found()).toEqual([
    { place: "site-medyka", site: "medyka", database: "trip-bus1", why: "not_your_role" },
  ]);
});

test("Of somebody who works elsewhere since, a lead of the place where it was written decides", async () => {
  await noteOpened(server.couch, { account: "vera", device: "vera1" }, ["directory", "site-medyka"]);
  await server.addAccount("vera", ["volunteer:lublin"]);
  await noteOpened(server.couch, { account: "vera", device: "vera1" }, ["directory", "site-lublin"]);
  expect(await handIn("vera", "site-medyka", aPerson("vera", "medyka"))).toBe("review");
  expect(await found()).toEqual([
    { place: "site-medyka", site: "medyka", database: "site-medyka", why: "not_your_role" },
  ]);
});

test("A phone that changes hands says nothing of where its next person works", async () => {
  await noteOpened(server.couch, { account: "lena", device: "vera1" }, ["site-lublin"]);
  expect(await handIn("vera", "site-lublin", aPerson("vera", "lublin"))).toBe("unreadable");
});

test("Where nothing proves the author, whoever brings it has to work there", async () => {
  const forged = aPerson("lena", "lublin");
  expect(await handIn("lena", "site-lublin", forged, { pass: "guessed", handedBy: "vera" })).toBe("unreadable");
  expect(await handIn("vera", "site-medyka", aPerson("vera", "medyka"), { pass: "guessed", handedBy: "dan" })).toBe(
    "review",
  );
  expect(await found()).toEqual([{ place: "site-medyka", site: "medyka", database: "site-medyka", why: "unproven" }]);
});

test("Before a trip lies in its database nobody knows whose it is: the phone brings it again", async () => {
  await server.remove("trip-bus1");
  expect(await handIn("dan", "trip-bus1", aLine("dan", {}))).toBe("later");
  await server.install("trip-bus1");
  expect(await handIn("dan", "trip-bus1", aLine("dan", {}))).toBe("later");
});
