import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient } from "../../../server/couch-client.ts";
import { catchUp } from "../../../server/workers/catch-up.ts";
import { transferPeople } from "../../../server/workers/transfer-people.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { ok } from "../../../src/domain/model/result.ts";
import { aPhone } from "../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../support/fleet/people.ts";
import type { Phone } from "../../support/fleet/phone.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

const elsewhere = "site-lublin";
let server: TestServer;
let lead: Phone;
let away: Phone;

beforeEach(async () => {
  server = await openTestServer();
  await server.install("directory", site, elsewhere);
  lead = await aPhone(server, "lead", ["lead:medyka"]);
  away = await aPhone(server, "away", ["volunteer:lublin"]);
  await register(lead, "1");
  await edit(lead, "1", { movesTo: "lublin" });
  await lead.sync();
});
afterEach(async () => {
  for (const phone of [lead, away]) await phone.close();
  await server.close();
});

const work = async (couch: CouchClient = server.couch, databases: readonly string[] = [site, elsewhere]) => {
  for (const database of databases) await catchUp(couch, database, "0", transferPeople);
};
const staysAfterAll = async () => {
  await lead.store.change(site, "person:1", ({ movesTo: _, ...before }: Document & { movesTo?: string }) =>
    ok(before as Document),
  );
  await lead.sync();
};
const stored = async (database: string) => (await server.documents(database)).get("person:1");

/** The server of a worker that stands still before it writes into a database, until it is let go on. */
const standingBefore = (database: string) => {
  let go = () => {};
  let met = () => {};
  const free = new Promise<void>((resolve) => {
    go = resolve;
  });
  const stands = new Promise<void>((resolve) => {
    met = resolve;
  });
  const post = async <T>(path: string, body: unknown) => {
    if (path === `${database}/_bulk_docs`) {
      met();
      await free;
    }
    return server.couch.post<T>(path, body);
  };
  return { couch: { ...server.couch, post } as CouchClient, go, stands };
};

test("A move called off when its copy was there already is taken back, with what was written there", async () => {
  const slow = standingBefore(site);
  const moving = work(slow.couch, [site]);
  await slow.stands;
  await away.sync();
  await away.store.change(elsewhere, "person:1", (before: Document) => ok({ ...before, familyName: "Коваль" }));
  await away.sync();
  await staysAfterAll();
  slow.go();
  await moving;
  await work();
  await work();
  expect(await stored(site)).toMatchObject({ givenName: "Оля", familyName: "Коваль", site: "medyka" });
  expect(await stored(site)).not.toHaveProperty("erased");
  expect(await stored(elsewhere)).toMatchObject({ erased: { why: "moved", to: "medyka" } });
});

test("A worker that was slow to copy leaves nobody at two sites", async () => {
  const slow = standingBefore(elsewhere);
  const moving = work(slow.couch, [site]);
  await slow.stands;
  await staysAfterAll();
  await work();
  expect(await stored(elsewhere)).toBeUndefined();
  slow.go();
  await moving;
  await work(server.couch, [elsewhere]);
  expect(await stored(site)).not.toHaveProperty("erased");
  expect(await stored(elsewhere)).toMatchObject({ erased: { why: "moved", to: "medyka" } });
});

test("Called off and asked for again, the person goes", async () => {
  const slow = standingBefore(site);
  const moving = work(slow.couch, [site]);
  await slow.stands;
  await staysAfterAll();
  slow.go();
  await moving;
  await work();
  await lead.sync();
  await edit(lead, "1", { movesTo: "lublin" });
  await lead.sync();
  await work();
  expect(await stored(site)).toMatchObject({ erased: { why: "moved", to: "lublin" } });
  expect(await stored(elsewhere)).toMatchObject({ givenName: "Оля", site: "lublin" });
  expect(await stored(elsewhere)).not.toHaveProperty("erased");
});
