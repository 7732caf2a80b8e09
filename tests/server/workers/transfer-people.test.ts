import { afterEach, beforeEach, expect, test } from "vitest";
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
let vera: Phone;
let away: Phone;

beforeEach(async () => {
  server = await openTestServer();
  await server.install("directory", site, elsewhere);
  lead = await aPhone(server, "lead", ["lead:medyka"]);
  vera = await aPhone(server, "vera", ["volunteer:medyka"]);
  away = await aPhone(server, "away", ["volunteer:lublin"]);
});
afterEach(async () => {
  for (const phone of [lead, vera, away]) await phone.close();
  await server.close();
});

const sync = async (...phones: readonly Phone[]) => {
  for (const phone of phones) await phone.sync();
};
const work = () => catchUp(server.couch, site, "0", transferPeople);
const here = (phone: Phone, id: string): Document | undefined => phone.store.rows(site).get(id)?.document;
const there = (phone: Phone, id: string): Document | undefined => phone.store.rows(elsewhere).get(id)?.document;
const group = {
  kind: "group",
  id: "group:1",
  content: { site: "medyka", arrivedAt: "2026-11-24T08:00:00.000Z", keepTogether: true, label: "Коваль" },
};

test("A person whose record says so goes to the other site, group and phone number too; here a placeholder without a name stays", async () => {
  await vera.store.add(site, [group]);
  await register(vera, "1", { groupId: "group:1" });
  await sync(vera, lead);
  await edit(lead, "1", { movesTo: "lublin" });
  await sync(lead);
  await work();
  await sync(vera, lead, away);
  expect(there(away, "person:1")).toMatchObject({ givenName: "Оля", site: "lublin", groupId: "group:1" });
  expect(there(away, "person:1")).not.toHaveProperty("movesTo");
  expect(there(away, "group:1")).toMatchObject({ label: "Коваль", site: "lublin" });
  for (const phone of [vera, lead]) {
    expect(here(phone, "person:1")).toMatchObject({ erased: { why: "moved", to: "lublin" } });
    expect(JSON.stringify([here(phone, "person:1"), here(phone, "group:1")])).not.toMatch(/Оля|Коваль/);
    expect(phone.status).toMatchObject({ unsent: 0, refused: 0 });
  }
});

test("Somebody who was withdrawn unseen of the move arrives there, as if they had not been", async () => {
  await register(vera, "1", { familyName: "Рижко" });
  await sync(vera, lead);
  const at = "2026-11-24T09:00:00.000Z";
  await edit(vera, "1", { withdrawn: "mistake", withdrawnAt: at, withdrawnNote: "Двічі", recordState: "withdrawn" });
  await edit(lead, "1", { movesTo: "lublin" });
  await sync(vera, lead);
  await work();
  await sync(away);
  const arrived = there(away, "person:1");
  expect(arrived).toMatchObject({ givenName: "Оля", recordState: "quick", site: "lublin" });
  for (const field of ["withdrawn", "withdrawnAt", "withdrawnNote", "movesTo"])
    expect(arrived).not.toHaveProperty(field);
});

test("Of a family the one stays whose record does not say so, and the group with them", async () => {
  await vera.store.add(site, [group]);
  for (const key of ["1", "2"]) await register(vera, key, { groupId: "group:1" });
  await sync(vera, lead);
  await edit(lead, "1", { movesTo: "lublin" });
  await sync(lead);
  await work();
  await sync(vera, away);
  expect(here(vera, "person:2")).toMatchObject({ givenName: "Оля" });
  expect(here(vera, "group:1")).toMatchObject({ label: "Коваль" });
  expect(there(away, "group:1")).toMatchObject({ label: "Коваль" });
});

test("Cut off anywhere and repeated, by two servers at once: one copy, one placeholder", async () => {
  await register(vera, "1");
  await sync(vera, lead);
  await edit(lead, "1", { movesTo: "lublin" });
  await sync(lead);
  let writes = 0;
  const dying = {
    ...server.couch,
    post: async <T>(path: string, body: unknown) => {
      writes += path.endsWith("_bulk_docs") ? 1 : 0;
      if (writes > 1) throw new Error("the server dies");
      return server.couch.post<T>(path, body);
    },
  };
  await expect(catchUp(dying, site, "0", transferPeople)).rejects.toThrow("dies");
  expect((await server.documents(elsewhere)).size).toBe(1);
  await Promise.all([work(), work()]);
  await work();
  const copies = await server.documents(elsewhere);
  expect([...copies.values()]).toMatchObject([{ givenName: "Оля", site: "lublin" }]);
  expect([...copies.values()][0]?._rev).toMatch(/^1-/);
  expect([...(await server.documents(site)).values()]).toMatchObject([{ erased: { why: "moved" } }]);
});

test("What was written without having seen the move follows the person, and where the new site wrote too both are kept", async () => {
  await register(vera, "1");
  await sync(vera, lead);
  vera.network.isOnline = false;
  await edit(vera, "1", { familyName: "Коваль", originSettlement: "Суми" });
  await edit(lead, "1", { movesTo: "lublin" });
  await sync(lead);
  await work();
  await sync(away);
  await away.store.change(elsewhere, "person:1", (before: Document) =>
    ok({ ...before, originSettlement: "Харків", sex: "f" }),
  );
  await sync(away);
  vera.network.isOnline = true;
  await sync(vera);
  expect(vera.status).toMatchObject({ unsent: 0, refused: 0 });
  await work();
  await sync(vera, away);
  expect(there(away, "person:1")).toMatchObject({ givenName: "Оля", familyName: "Коваль", sex: "f", site: "lublin" });
  expect(
    there(away, "person:1")
      ?.rivals?.originSettlement?.map(([, value]) => value)
      .sort(),
  ).toEqual(["Суми", "Харків"]);
  expect(JSON.stringify(here(vera, "person:1"))).not.toMatch(/Коваль|Суми|Оля/);
});

test("A site that is not there yet is waited for", async () => {
  await register(vera, "1");
  await sync(vera, lead);
  await edit(lead, "1", { movesTo: "chelm" });
  await sync(lead);
  await work();
  expect([...(await server.documents(site)).values()]).toMatchObject([{ givenName: "Оля" }]);
});

test("A group goes with its people only, whatever its own record says", async () => {
  await vera.store.add(site, [{ ...group, content: { ...group.content, movesTo: "lublin" } }]);
  await register(vera, "1", { groupId: "group:1" });
  await sync(vera);
  await work();
  await sync(vera, away);
  expect(here(vera, "group:1")).toMatchObject({ label: "Коваль" });
  expect(there(away, "group:1")).toBeUndefined();
});

test("Where somebody wrote to the group just as the last of it went, the next pass takes it along with what was written", async () => {
  await vera.store.add(site, [group]);
  await register(vera, "1", { groupId: "group:1" });
  await vera.store.change(site, "group:1", (before: Document) => ok({ ...before, focalPersonId: "person:1" }));
  await sync(vera, lead);
  await edit(lead, "1", { movesTo: "lublin" });
  await sync(lead);
  let writes = 0;
  const dying = {
    ...server.couch,
    post: async <T>(path: string, body: unknown) => {
      writes += path === `${site}/_bulk_docs` ? 1 : 0;
      if (writes > 1) throw new Error("the server dies");
      return server.couch.post<T>(path, body);
    },
  };
  await expect(catchUp(dying, site, "0", transferPeople)).rejects.toThrow("dies");
  await vera.store.change(site, "group:1", (before: Document) => ok({ ...before, label: "Коваленко" }));
  await sync(vera);
  await work();
  await sync(vera, away);
  expect(there(away, "group:1")).toMatchObject({ label: "Коваленко", site: "lublin" });
  expect(here(vera, "group:1")).toMatchObject({ erased: { why: "moved", to: "lublin" } });
});
