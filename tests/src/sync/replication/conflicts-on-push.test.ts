import { afterEach, beforeEach, expect, test } from "vitest";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { checkSentState } from "../../../support/fleet/invariants/check-sent-state.ts";
import { edit, register, seen, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

let couple: TwoPhones;
beforeEach(async () => {
  couple = await openTwoPhones();
});
afterEach(async () => {
  await checkSentState(couple.ann, couple.server);
  await checkSentState(couple.ben, couple.server);
  await couple.close();
});

const idsOnServer = async () => [...(await couple.server.documents(site)).keys()];
const offlineWith = async (count: number) => {
  couple.ann.network.isOnline = false;
  for (let place = 0; place < count; place += 1) await register(couple.ann, `${place}`);
  couple.ann.network.isOnline = true;
};

test("The session ended: work goes on, signing in sends it", async () => {
  const { ann } = couple;
  ann.network.forgetCookie();
  await register(ann, "1");
  await ann.idle();
  expect(ann.status).toMatchObject({ state: "signInNeeded", unsent: 1, refused: 0 });
  await edit(ann, "1", { givenName: "Ольга" });
  await ann.signIn();
  await ann.idle();
  expect(ann.status).toMatchObject({ state: "upToDate", unsent: 0 });
  expect(await idsOnServer()).toEqual(["person:1"]);
});

test("One of fifty is refused: 49 arrive, the one is shown with the reason, and goes out once it is repaired", async () => {
  const { ann } = couple;
  await offlineWith(50);
  await edit(ann, "7", { site: "lviv" });
  await ann.sync();
  expect(ann.status).toMatchObject({ state: "upToDate", unsent: 1, refused: 1 });
  expect(ann.store.unsent(site)).toMatchObject([{ id: `${site}/person:7`, refused: { reason: "not_your_role" } }]);
  expect(await idsOnServer()).toHaveLength(49);
  await edit(ann, "7", { site: "medyka" });
  await ann.idle();
  expect(ann.status).toMatchObject({ unsent: 0, refused: 0 });
  expect(await idsOnServer()).toHaveLength(50);
});

test("What was refused is tried again when somebody asks, for the reason may be gone", async () => {
  const { ann, server } = couple;
  await server.addAccount("ann", ["account"]);
  await register(ann, "1");
  await ann.idle();
  await ann.sync();
  expect(ann.status).toMatchObject({ unsent: 1, refused: 1 });
  await server.addAccount("ann", ["volunteer:medyka"]);
  await ann.signIn();
  await ann.idle();
  expect(ann.status).toMatchObject({ unsent: 0, refused: 0 });
});

test("A batch that is too large is halved; what is too large alone is shown, the others arrive", async () => {
  const { ann } = couple;
  await offlineWith(20);
  ann.network.faultsAt = "_bulk_docs";
  // The whole, its first half, that one's first quarter … down to the first document alone.
  ann.network.faults.push("413", "413", "413", "413", "413", "413");
  await ann.sync();
  expect(ann.store.unsent(site)).toMatchObject([{ id: `${site}/person:0`, refused: { reason: "too_large" } }]);
  expect(await idsOnServer()).toHaveLength(19);
  await ann.sync();
  expect(ann.status.unsent).toBe(0);
});

test("F20: what only some nodes of a cluster took (202) stays unsent, and is asked about again", async () => {
  const { ann } = couple;
  await offlineWith(3);
  ann.network.faultsAt = "_bulk_docs";
  ann.network.faults.push("202");
  await ann.sync();
  expect(ann.store.unsent(site)).toHaveLength(3);
  expect(ann.status).toMatchObject({ unsent: 3, refused: 0 });
  await ann.sync();
  expect(ann.status).toMatchObject({ state: "upToDate", unsent: 0, refused: 0 });
  expect(await idsOnServer()).toHaveLength(3);
});

const broken = (document: Document): Document =>
  nextVersion(() => "newest", document, { ...document, givenName: "broken \ud800 letter" }, later);
const later = { by: "ann", device: "anna2", at: "2026-11-24T09:00:00.000Z" };

test("A document that the server cannot even read does not hold up the others", async () => {
  const { ann } = couple;
  await offlineWith(9);
  const fourth = ann.store.rows(site).get("person:4");
  if (!fourth) throw new Error("nobody is there");
  // Past the writer, which would not take it: a phone of before did.
  await ann.store.bringIn(site, [broken(fourth.document)]);
  await ann.sync();
  expect(ann.store.unsent(site)).toMatchObject([{ id: `${site}/person:4`, refused: { reason: "malformed" } }]);
  expect(await idsOnServer()).toHaveLength(8);
});

test.each(["portal", "jsonPortal", "cutOff", "503", "429", "401", "403", "lostBefore", "late", "twice"] as const)(
  "Whatever the network answers (%s, at every request in turn), nothing of it becomes data and nothing is lost",
  async (fault) => {
    const { ann, ben } = couple;
    await register(ben, "ben");
    await ben.idle();
    for (let place = 0; place < 7; place += 1) {
      await register(ann, `${place}`);
      ann.network.faultsAt = "nowhere";
      await ann.idle();
      ann.network.faultsAt = "";
      const passes = Array.from({ length: place }, () => undefined as never);
      ann.network.faults.push(...passes, fault);
      await edit(ann, `${place}`, { givenName: "Ольга" });
      await ann.sync();
      ann.network.faults.length = 0;
      await checkSentState(ann, couple.server);
    }
    await ann.sync();
    await ann.network.deliverLate();
    await ann.sync();
    await ben.sync();
    expect(ann.status).toMatchObject({ state: "upToDate", unsent: 0 });
    expect([...ann.store.rows(site).keys()].sort()).toEqual((await idsOnServer()).sort());
    for (let place = 0; place < 7; place += 1) expect(seen(ben, `${place}`)).toEqual(seen(ann, `${place}`));
  },
);

test("A phone that is full takes nothing over and skips nothing: after there is room again, everything is there", async () => {
  const { ann, ben } = couple;
  await register(ben, "1");
  await register(ben, "2");
  await ben.idle();
  ann.network.isOnline = false;
  await register(ann, "own");
  ann.network.isOnline = true;
  ann.isFull = true;
  await ann.sync();
  expect(seen(ann, "1")).toBeUndefined();
  expect(ann.status).toMatchObject({ state: "upToDate", unsent: 0 });
  ann.hasRoom = true;
  await ann.sync();
  expect(seen(ann, "1")).toEqual(seen(ben, "1"));
  expect(ann.store.rows(site).size).toBe(3);
});

test("The server is asked less and less often while it does not answer, and each phone at its own moment", async () => {
  const { ann } = couple;
  ann.network.isOnline = false;
  await ann.sync();
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const wait = Math.min(...ann.clock.pending());
    waits.push(wait);
    ann.clock.advance(wait);
    await ann.idle();
  }
  expect(waits).toEqual([750, 1_500, 3_000, 6_000, 7_500, 7_500, 7_500, 7_500]);
});

test("A server in trouble is left alone for longer than a network that is gone", async () => {
  const { ann } = couple;
  ann.network.faults.push(...Array.from({ length: 8 }, () => "503" as const));
  await ann.sync();
  const waits: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    waits.push(Math.min(...ann.clock.pending()));
    ann.clock.advance(Math.min(...ann.clock.pending()));
    await ann.idle();
  }
  expect(waits).toEqual([750, 1_500, 3_000, 6_000, 12_000, 22_500]);
});

test("Who has sent too much is told so, loses nothing, has nothing refused, and sends the rest later", async () => {
  const { ann } = couple;
  await offlineWith(250);
  ann.network.faultsAt = "_bulk_docs";
  ann.network.faults.push(undefined as never, "429", "429");
  await ann.sync();
  expect(ann.status).toMatchObject({ unsent: 150, refused: 0 });
  for (let round = 0; round < 3; round += 1) {
    ann.clock.advance(Math.min(...ann.clock.pending()));
    await ann.idle();
  }
  expect(ann.status).toMatchObject({ state: "upToDate", unsent: 0, refused: 0 });
  expect(await idsOnServer()).toHaveLength(250);
});

test("While nobody looks at the page, no timer is under half a minute", async () => {
  const { ann } = couple;
  ann.network.isOnline = false;
  ann.isHidden = true;
  await ann.sync();
  expect(Math.min(...ann.clock.pending())).toBe(30_000);
});

test("Whatever stands in between says 403 to everything: nothing counts as refused, and all is sent when it is gone", async () => {
  const { ann } = couple;
  await ann.idle();
  ann.network.faults.push("403", "403", "403");
  await register(ann, "1");
  await ann.idle();
  expect(ann.status).toMatchObject({ state: "offline", unsent: 1, refused: 0 });
  for (let wait = 0; wait < 4; wait += 1) {
    ann.clock.advance(10_000);
    await ann.idle();
  }
  expect(ann.status).toMatchObject({ state: "upToDate", unsent: 0 });
});

test("A database that is closed for a while takes what waited when it opens again, without anybody asking", async () => {
  const { ann } = couple;
  ann.network.isOnline = false;
  await register(ann, "1");
  await ann.idle();
  ann.network.isOnline = true;
  ann.network.faultsAt = `${site}/`;
  ann.network.faults.push("403");
  await ann.sync();
  expect(ann.status).toMatchObject({ state: "upToDate", unsent: 1, refused: 1 });
  ann.clock.advance(30_000);
  await ann.idle();
  expect(ann.status).toMatchObject({ unsent: 0, refused: 0 });
});

test("A save does not hammer a server that does not answer", async () => {
  const { ann } = couple;
  ann.network.isOnline = false;
  await ann.sync();
  const before = ann.network.requests.length;
  for (let place = 0; place < 20; place += 1) await register(ann, `${place}`);
  await ann.idle();
  expect(ann.network.requests.length).toBe(before);
});

test("Sync that was stopped says nothing more, so that the next account's numbers stay its own", async () => {
  const { ann } = couple;
  ann.network.faults.push("hangs");
  await register(ann, "1");
  await ann.idle();
  const said = ann.shown.length;
  await ann.crash();
  expect(ann.shown.length).toBe(said);
  await ann.open();
});

test("A page that does not arrive in time is asked for again, smaller, in the same round", async () => {
  const { ann, ben } = couple;
  await register(ben, "1");
  await ben.idle();
  ann.network.faultsAt = `${site}/_changes`;
  ann.network.faults.push("late", "late");
  ann.network.requests.length = 0;
  await ann.sync();
  const asked = ann.network.requests.filter((request) => request === `GET ${site}/_changes`);
  expect(asked).toHaveLength(3);
  expect(ann.status.state).toBe("upToDate");
  expect(seen(ann, "1")).toEqual(seen(ben, "1"));
});

test("Long records go out in batches that a bad network can carry", async () => {
  const { ann } = couple;
  ann.network.isOnline = false;
  for (let place = 0; place < 24; place += 1) await register(ann, `${place}`, { remark: "x".repeat(16_000) });
  ann.network.isOnline = true;
  ann.network.requests.length = 0;
  await ann.sync();
  expect(ann.network.requests.filter((request) => request.endsWith("_bulk_docs"))).toHaveLength(3);
  expect(await idsOnServer()).toHaveLength(24);
});

test("Other roles are taken over even where they open the same databases", async () => {
  const { ann, server } = couple;
  await server.addAccount("ann", ["lead:medyka"]);
  await ann.sync();
  expect(ann.account.roles).toContain("lead:medyka");
});
