import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient } from "../../../server/couch-client.ts";
import { catchUp } from "../../../server/workers/catch-up.ts";
import { beginMove, openMoves } from "../../../server/workers/open-moves.ts";
import { transferPeople } from "../../../server/workers/transfer-people.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { ok } from "../../../src/domain/model/result.ts";
import { aPhone } from "../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../support/fleet/people.ts";
import type { Phone } from "../../support/fleet/phone.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

const elsewhere = "site-lublin";
const third = "site-rzeszow";
let server: TestServer;
let lead: Phone;
let other: Phone;
let away: Phone;

beforeEach(async () => {
  server = await openTestServer();
  await server.install("directory", site, elsewhere, third);
  lead = await aPhone(server, "lead", ["lead:medyka"]);
  other = await aPhone(server, "other", ["volunteer:medyka"]);
  away = await aPhone(server, "away", ["lead:lublin"]);
  await register(lead, "1");
  await edit(lead, "1", { movesTo: "lublin" });
  await lead.sync();
});
afterEach(async () => {
  for (const phone of [lead, other, away]) await phone.close();
  await server.close();
});

const work = async (couch: CouchClient = server.couch, databases: readonly string[] = [site, elsewhere, third]) => {
  for (const database of databases) await catchUp(couch, database, "0", transferPeople);
};
const stays = async (phone: Phone, database: string) => {
  await phone.store.change(database, "person:1", ({ movesTo: _, ...before }: Document & { movesTo?: string }) =>
    ok(before as Document),
  );
  await phone.sync();
};
const stored = async (database: string) => (await server.documents(database)).get("person:1");

/** The server of a worker that is cut off before it writes a second time. */
const cutOffBefore = (database: string) => ({
  ...server.couch,
  post: <T>(path: string, body: unknown) => {
    if (path === `${database}/_bulk_docs`) throw new Error("cut off");
    return server.couch.post<T>(path, body);
  },
});

test("Whoever goes elsewhere instead goes there, also when the record had changed since the move was asked for", async () => {
  await other.sync();
  for (const givenName of ["А", "Б", "В"]) await edit(other, "1", { givenName });
  await other.sync();
  await expect(work(cutOffBefore(site) as CouchClient, [site])).rejects.toThrow("cut off");
  await edit(lead, "1", { movesTo: "rzeszow" });
  await lead.sync();
  await work();
  await work();
  expect(await stored(third)).toMatchObject({ givenName: "В", site: "rzeszow" });
  expect(await stored(site)).toMatchObject({ erased: { why: "moved", to: "rzeszow" } });
  expect(await stored(elsewhere)).toHaveProperty("erased");
});

test("A move that somebody else finished is over: who is called off on the way back stays", async () => {
  await beginMove(server.couch, {
    person: "person:1",
    from: site,
    to: elsewhere,
    day: new Date().toISOString().slice(0, 10),
  });
  await work();
  await work();
  await away.sync();
  await away.store.change(elsewhere, "person:1", (before: Document) =>
    ok({ ...before, movesTo: "medyka" } as Document),
  );
  await away.sync();
  await expect(work(cutOffBefore(elsewhere) as CouchClient, [elsewhere])).rejects.toThrow("cut off");
  await stays(away, elsewhere);
  await work();
  await work();
  expect(await stored(elsewhere)).toMatchObject({ givenName: "Оля" });
  expect(await stored(elsewhere)).not.toHaveProperty("erased");
  expect(await stored(site)).toHaveProperty("erased");
  expect(await openMoves(server.couch)).toEqual([]);
});

test("Who is sent on before the first move was finished is at one site, also where that one is called off then", async () => {
  await expect(work(cutOffBefore(site) as CouchClient, [site])).rejects.toThrow("cut off");
  await away.sync();
  await away.store.change(elsewhere, "person:1", (before: Document) =>
    ok({ ...before, movesTo: "rzeszow" } as Document),
  );
  await away.sync();
  await work(server.couch, [elsewhere]);
  await stays(lead, site);
  await work();
  await work();
  const erased = [];
  for (const database of [site, elsewhere]) erased.push((await stored(database))?.erased);
  expect(erased).toMatchObject([{ why: "moved" }, { why: "moved", to: "rzeszow" }]);
  expect(await stored(third)).toMatchObject({ givenName: "Оля", site: "rzeszow" });
  expect(await stored(third)).not.toHaveProperty("erased");
});
