import { afterEach, beforeEach, expect, test } from "vitest";
import type { Stamps } from "../../../src/domain/merge/stamps.ts";
import { checkSentState } from "../../support/fleet/invariants/check-sent-state.ts";
import { edit, peopleOnServer, register, seen, site } from "../../support/fleet/people.ts";
import { openPhone } from "../../support/fleet/phone.ts";
import { openTwoPhones, type TwoPhones } from "../../support/fleet/two-phones.ts";

let couple: TwoPhones;
beforeEach(async () => {
  couple = await openTwoPhones();
});
afterEach(async () => {
  await checkSentState(couple.ann, couple.server);
  await couple.close();
});

const aFreshPhone = async (name: string, roles: readonly string[]) => {
  await couple.server.addAccount(name, roles);
  const phone = await openPhone({ server: couple.server, name, roles });
  await phone.signIn();
  return phone;
};

test("The first sync shows how far it is; cut off in the middle it goes on where it was", async () => {
  await couple.ben.close();
  await peopleOnServer(couple.server, 1_200);
  const phone = await aFreshPhone("eva", ["volunteer:medyka"]);
  phone.network.faultsAt = `${site}/_changes`;
  phone.network.faults.push("twice", "lostBefore");
  await phone.open();
  expect(phone.store.rows(site).size).toBeGreaterThan(400);
  const pages = () => phone.network.requests.filter((request) => request === `GET ${site}/_changes`).length;
  const before = pages();
  await phone.sync();
  expect(pages() - before).toBe(2);
  expect(phone.store.rows(site).size).toBe(1_200);
  const progress = phone.shown.flatMap(({ progress }) => (progress && progress.total > 500 ? [progress.done] : []));
  expect(progress.length).toBeGreaterThan(1);
  expect(phone.status).toMatchObject({ state: "upToDate", progress: undefined, unsent: 0 });
  await checkSentState(phone, couple.server);
  await phone.close();
});

test("The store was emptied while where pulling stands was kept: everything is fetched again", async () => {
  const { ann, ben, server } = couple;
  await register(ann, "1");
  await ann.idle();
  await ben.sync();
  await ben.close();
  const phone = await aFreshPhone("ben", ["volunteer:medyka"]);
  for (const [database, since] of ben.checkpoints) phone.checkpoints.set(database, since);
  await phone.open();
  expect(seen(phone, "1")).toEqual(seen(ann, "1"));
  await checkSentState(phone, server);
  await phone.close();
  await ben.open();
});

test("The phone is full: what others wrote waits until there is room, what was written here goes out", async () => {
  const { ann, ben } = couple;
  await register(ben, "ben");
  await ben.idle();
  ann.hasRoom = false;
  await register(ann, "1");
  await ann.sync();
  expect(seen(ann, "ben")).toBeUndefined();
  expect(ann.status.unsent).toBe(0);
  ann.hasRoom = true;
  await ann.sync();
  expect(seen(ann, "ben")).toEqual(seen(ben, "ben"));
});

test("A change on the server rings: the phone has it without a timer", async () => {
  const { ann, ben } = couple;
  ben.network.listens = true;
  ben.clock.advance(30_000);
  await ben.idle();
  // The bell is heard from the next calm round on.
  await ben.close();
  await ben.open();
  await register(ann, "1");
  await ann.idle();
  await expect.poll(() => seen(ben, "1")).toBeDefined();
  ben.network.listens = false;
});

test.each([
  { what: "is not asked for a second time", isEdited: false },
  { what: "is asked for again after something was sent from here", isEdited: true },
])("What was heard while the phone waited $what", async ({ isEdited }) => {
  const { ann, ben } = couple;
  await register(ann, "1");
  await ann.idle();
  await ben.close();
  await ben.open();
  await ben.idle();
  ben.network.listens = true;
  await ben.close();
  await ben.open();
  await ben.idle();
  const asks = () => ben.network.requests.filter((request) => request === `GET ${site}/_changes`).length;
  const before = asks();
  ben.network.isOnline = !isEdited;
  if (isEdited) await edit(ben, "1", { familyName: "Коваль" });
  await edit(ann, "1", { givenName: "Ольга" });
  ben.network.isOnline = true;
  await ann.idle();
  if (isEdited) await ben.sync();
  await expect.poll(() => seen(ben, "1")).toMatchObject({ givenName: "Ольга" });
  await ben.idle();
  expect(asks() > before).toBe(isEdited);
  ben.network.listens = false;
});

test("The wait for news breaks off, as when the server starts anew: a look within seconds, not at the next calm round", async () => {
  const { ann, ben } = couple;
  ben.network.listens = true;
  ben.network.isOnline = true;
  await ben.close();
  await ben.open();
  ben.network.breakWaits();
  await ben.idle();
  ben.network.listens = false;
  await register(ann, "1");
  await ann.idle();
  ben.clock.advance(6_000);
  await ben.idle();
  expect(seen(ben, "1")).toEqual(seen(ann, "1"));
});

test("The wait for news breaks off while nobody looks at the page: no timer under 30 s", async () => {
  const { ben } = couple;
  ben.network.listens = true;
  await ben.close();
  await ben.open();
  ben.isHidden = true;
  ben.network.breakWaits();
  await ben.idle();
  ben.network.listens = false;
  expect(ben.clock.pending().filter((wait) => wait < 30_000)).toEqual([]);
});

test("What somebody deleted on the server is neither brought back by an edit nor holds up the rest", async () => {
  const { ann, server } = couple;
  await register(ann, "1");
  await ann.idle();
  const { _rev } = (await server.documents(site)).get("person:1") ?? { _rev: "" };
  await server.couch.post(`${site}/_bulk_docs`, { docs: [{ _id: "person:1", _rev, _deleted: true }] });
  await ann.close();
  await ann.open();
  await ann.sync();
  await edit(ann, "1", { givenName: "Ольга" });
  await register(ann, "2");
  await ann.idle();
  expect([...(await server.documents(site)).keys()]).toEqual(["person:2"]);
  expect(ann.store.unsent(site)).toMatchObject([{ id: `${site}/person:1`, refused: { reason: "erased" } }]);
});

test("A newer app's document is kept whole, also beside what cannot be read at all", async () => {
  const { ann, ben, server } = couple;
  await register(ann, "1");
  await ann.idle();
  const stored = (await server.documents(site)).get("person:1");
  const before = stored?.stamps as Stamps;
  const future = { what: ["nobody", "knows"] };
  const stamps = {
    ...before,
    own: { future: "2.eva1" },
    seen: { ...before.seen, eva1: 2 },
    edits: { ...before.edits, "2.eva1": ["eva", "2026-11-24T08:00:00.000Z"] },
  };
  await server.couch.post(`${site}/_bulk_docs`, {
    docs: [
      { ...stored, v: 99, future, stamps },
      { _id: "person:broken", kind: "person", stamps: { seen: null } },
      { _id: "note", text: "somebody's" },
      { ...stored, _id: "drone:1", _rev: undefined, kind: "drone", v: 1, future },
    ],
  });
  await ben.sync();
  await ann.sync();
  for (const phone of [ann, ben]) {
    expect(seen(phone, "1")).toMatchObject({ v: 99, future, givenName: "Оля" });
    expect([...phone.store.rows(site).keys()].sort()).toEqual(["drone:1", "person:1"]);
    expect(phone.status).toMatchObject({ state: "upToDate", unsent: 0 });
  }
  expect(await edit(ben, "1", { givenName: "Ольга" })).toMatchObject({ ok: false, error: { type: "MadeByNewerApp" } });
});

test("Two accounts on one phone do not see each other's records, and neither sends under the other's name", async () => {
  const { ann, ben, server } = couple;
  ann.network.isOnline = false;
  await register(ann, "1");
  await ann.close();
  expect(ben.store.rows(site).size).toBe(0);
  await register(ben, "2");
  await ben.idle();
  await ann.open();
  expect(ann.status.unsent).toBe(1);
  ann.network.isOnline = true;
  await ann.sync();
  expect((await server.documents(site)).get("person:1")).toMatchObject({ createdBy: "ann" });
});

test("Another account's session on this phone sends nothing of ours", async () => {
  const { ann, server } = couple;
  await server.addAccount("zoe", ["volunteer:medyka"]);
  ann.network.forgetCookie();
  await ann.network.fetch("/db/_session", {
    method: "POST",
    body: JSON.stringify({ name: "zoe", password: "four words that hold" }),
  });
  await ann.sync();
  await register(ann, "1");
  await ann.idle();
  expect(ann.status).toMatchObject({ state: "signInNeeded", unsent: 1 });
  expect((await server.documents(site)).size).toBe(0);
  await ann.signIn();
  await ann.idle();
  expect(ann.status.unsent).toBe(0);
});

test("The server was restored from an older backup: everything that phones have comes back", async () => {
  const { ann, ben, server } = couple;
  await register(ann, "1");
  await ann.idle();
  const backup = [...(await server.documents(site)).values()];
  await edit(ann, "1", { givenName: "Ольга" });
  await register(ann, "2");
  await ann.idle();
  await ben.sync();
  await ann.sync();
  await server.remove(site);
  await server.install(site);
  await server.couch.post(`${site}/_bulk_docs`, { docs: backup, new_edits: false });
  await ann.sync();
  await ben.sync();
  await ann.sync();
  const restored = await server.documents(site);
  expect(restored.get("person:1")).toMatchObject({ givenName: "Ольга" });
  expect(restored.get("person:2")).toBeDefined();
  expect(seen(ben, "1")).toEqual(seen(ann, "1"));
  await checkSentState(ben, server);
});

test("A document that never arrived is found by the next comparison, though the checkpoint is past it", async () => {
  const { ann, ben } = couple;
  await register(ann, "0");
  await ann.idle();
  await ben.sync();
  const { receive } = ben.store;
  ben.store.receive = async () => {};
  await register(ann, "1");
  await ann.idle();
  await ben.sync();
  ben.store.receive = receive;
  await ben.sync();
  expect(seen(ben, "1")).toBeUndefined();
  ben.clock.advance(6 * 3_600_000);
  await ben.idle();
  expect(seen(ben, "1")).toEqual(seen(ann, "1"));
});

test("A right that ended leaves what was not sent visible, and sends it when the right comes back", async () => {
  const { ann, server } = couple;
  ann.network.isOnline = false;
  await register(ann, "1");
  await server.addAccount("ann", []);
  await ann.signIn();
  ann.network.isOnline = true;
  await ann.signIn();
  await ann.idle();
  expect(ann.account.databases).toEqual(["directory"]);
  expect(ann.status).toMatchObject({ unsent: 1, refused: 1 });
  await server.addAccount("ann", ["volunteer:medyka"]);
  await ann.sync();
  await ann.signIn();
  await ann.sync();
  expect(ann.status).toMatchObject({ unsent: 0, refused: 0 });
});

test("A database that is shut at the door holds up no other; what waits for it is shown with the reason", async () => {
  const { ann, server } = couple;
  const open = await server.couch.get<object>(`${site}/_security`);
  await server.couch.put(`${site}/_security`, { ...open.body, members: { names: [], roles: ["somebody-else"] } });
  await register(ann, "1");
  await ann.sync();
  expect(ann.status).toMatchObject({ state: "upToDate", unsent: 1, refused: 1 });
  expect(ann.store.unsent(site)).toMatchObject([{ refused: { reason: "forbidden" } }]);
  await server.couch.put(`${site}/_security`, open.body);
  await ann.sync();
  expect(ann.status).toMatchObject({ unsent: 0, refused: 0 });
});
