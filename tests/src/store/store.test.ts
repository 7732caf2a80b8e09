import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, expect, test } from "vitest";
import { beginAnew } from "../../../src/domain/attention/begin-anew.ts";
import { merge } from "../../../src/domain/merge/merge.ts";
import { firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import { deviceIn } from "../../../src/domain/merge/stamps.ts";
import { lengthOf } from "../../../src/domain/model/check-document.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { ok } from "../../../src/domain/model/result.ts";
import { openStore, type Store } from "../../../src/store/open-store.ts";
import { crowdedRecord } from "../../support/hostile/crowded-record.ts";

const open: Store[] = [];
let names = 0;

const aStore = async (storage = getRxStorageMemory(), name = `store-${names++}`) => {
  const author = () => ({ by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" });
  const store = await openStore({ name, storage, author });
  open.push(store);
  return store;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});

const site = "site-medyka";
const aPerson = (id: string, content = {}) => ({
  kind: "person",
  id: `person:${id}`,
  content: { site: "medyka", recordState: "quick", givenName: "Оля", ...content },
});
const rename = (givenName: string) => (person: Person) => ok({ ...person, givenName });

test("What was added is there, unsent, and stays so after the app is opened again", async () => {
  const storage = getRxStorageMemory();
  const first = await aStore(storage, "again");
  await first.add(site, [aPerson("1"), aPerson("2")]);
  await first.close();
  const second = await aStore(storage, "again");
  expect([...second.rows(site).keys()]).toEqual(["person:1", "person:2"]);
  expect(second.unsent(site)).toHaveLength(2);
});

test("Content that the kind does not allow is refused, and nothing of the batch is stored", async () => {
  const store = await aStore();
  const added = await store.add(site, [aPerson("1"), aPerson("2", { sex: "?" })]);
  expect(added).toMatchObject({
    ok: false,
    error: { type: "NotValid", problems: [{ field: "sex", type: "UnknownCode" }] },
  });
  expect(store.rows(site).size).toBe(0);
});

test("A change answers after it can be read, and says who changed which field", async () => {
  const store = await aStore();
  await store.add(site, [aPerson("1")]);
  const changed = await store.change(site, "person:1", rename("Ольга"));
  expect(changed).toMatchObject({
    ok: true,
    value: { givenName: "Ольга", stamps: { own: { givenName: `2.${deviceIn("dev1", site)}` } } },
  });
  expect(store.rows(site).get("person:1")?.document.givenName).toBe("Ольга");
});

test("A version that the server took is sent; one written meanwhile is not", async () => {
  const store = await aStore();
  await store.add(site, [aPerson("1")]);
  const pushed = store.rows(site).get("person:1")?.document;
  await store.change(site, "person:1", rename("Ольга"));
  if (pushed) await store.markSent(site, [{ document: pushed, rev: "1-a" }]);
  expect(store.unsent(site)).toMatchObject([{ rev: "1-a", sent: false }]);
  const latest = store.rows(site).get("person:1")?.document;
  if (latest) await store.markSent(site, [{ document: latest, rev: "2-b" }]);
  expect(store.unsent(site)).toEqual([]);
});

test("What another device wrote is joined; what it does not have stays unsent", async () => {
  const store = await aStore();
  await store.add(site, [aPerson("1")]);
  const mine = store.rows(site).get("person:1")?.document;
  if (!mine) throw new Error("not stored");
  const theirs = {
    ...mine,
    sex: "f",
    stamps: {
      ...mine.stamps,
      own: { sex: "2.dev2" },
      seen: { dev1: 1, dev2: 2 },
      edits: { ...mine.stamps.edits, "2.dev2": ["ben", "2026-11-24T08:01:00.000Z"] as const },
    },
  };
  await store.change(site, "person:1", rename("Ольга"));
  await store.receive(site, [{ document: theirs, rev: "2-x" }]);
  expect(store.unsent(site)).toMatchObject([{ rev: "2-x", document: { givenName: "Ольга", sex: "f" } }]);
});

test("A refused version is kept, shown, and sent again once it was changed", async () => {
  const store = await aStore();
  await store.add(site, [aPerson("1")]);
  const document = store.rows(site).get("person:1")?.document;
  if (document) await store.markRefused(site, [document], { reason: "closed", at: "2026-11-24T08:00:00.000Z" });
  expect(store.unsent(site)).toMatchObject([{ refused: { reason: "closed" } }]);
  await store.change(site, "person:1", rename("Ольга"));
  expect(store.unsent(site)[0]?.refused).toBeUndefined();
});

test("A document from a newer app is kept and not touched", async () => {
  const store = await aStore();
  await store.add(site, [aPerson("1")]);
  const mine = store.rows(site).get("person:1")?.document;
  if (!mine) throw new Error("not stored");
  const newer = {
    own: { future: "5.dev9" },
    seen: { dev1: 1, dev9: 5 },
    edits: { ...mine.stamps.edits, "5.dev9": ["eva", ""] as const },
  };
  const newerDocument = { ...mine, v: 99, future: 1, stamps: { ...mine.stamps, ...newer } };
  await store.receive(site, [{ document: newerDocument, rev: "2-x" }]);
  expect(await store.change(site, "person:1", rename("Ольга"))).toEqual({
    ok: false,
    error: { type: "MadeByNewerApp" },
  });
  expect(store.rows(site).get("person:1")?.document.future).toBe(1);
});

test("What another phone wrote comes in with its own author, joins what is here, and is to be sent from here; twice is once", async () => {
  const store = await aStore();
  const theirs = firstVersion(kinds.person, "person:1", aPerson("1").content, {
    by: "ben",
    device: "dev2",
    at: "2026-11-24T09:00:00.000Z",
  });
  await store.bringIn(site, [theirs]);
  expect(store.rows(site).get("person:1")).toMatchObject({ document: { createdBy: "ben" }, rev: "", sent: false });
  await store.markSent(site, [{ document: theirs, rev: "1-a" }]);
  await store.bringIn(site, [theirs]);
  expect(store.rows(site).get("person:1")?.sent).toBe(true);
  await store.change(site, "person:1", (person: Person) => ok({ ...person, sex: "f" as const }));
  const edited = nextVersion(
    kinds.person.rule,
    theirs,
    { ...theirs, patronymic: "Іванівна" },
    { by: "ben", device: "dev2", at: "2026-11-24T10:00:00.000Z" },
  );
  await store.bringIn(site, [edited]);
  await store.bringIn(site, [edited, theirs]);
  expect(store.rows(site).get("person:1")).toMatchObject({
    document: { sex: "f", patronymic: "Іванівна" },
    rev: "1-a",
    sent: false,
  });
});

test("A device that writes to copies of one document in two databases gives two stamps, and both writes survive joining", async () => {
  const store = await aStore();
  const document = firstVersion(kinds.person, "person:1", aPerson("1").content, {
    by: "eva",
    device: "eva1",
    at: "2026-11-24T07:00:00.000Z",
  });
  for (const database of [site, "site-lublin"]) await store.receive(database, [{ document, rev: "1-a" }]);
  await store.change(site, "person:1", (before: Person) => ok({ ...before, familyName: "Коваль" }));
  await store.change("site-lublin", "person:1", (before: Person) => ok({ ...before, patronymic: "Іванівна" }));
  const [one, other] = [site, "site-lublin"].map((database) => store.rows(database).get("person:1")?.document);
  if (!one || !other) throw new Error("not written");
  for (const joined of [merge(kinds.person.rule, one, other), merge(kinds.person.rule, other, one)])
    expect(joined).toMatchObject({ familyName: "Коваль", patronymic: "Іванівна", createdDevice: "eva1" });
});

test("A document that begins is never written over one that is there; saved twice with the same content, it is saved once", async () => {
  const store = await aStore();
  const begun = (givenName: string) => ({ ...aPerson("1", { givenName }), begins: true });
  expect(await store.add(site, [begun("Оля")])).toMatchObject({ ok: true });
  expect(await store.add(site, [begun("Оля")])).toMatchObject({ ok: true });
  expect(await store.add(site, [aPerson("2"), begun("Віра")])).toEqual({ ok: false, error: { type: "AlreadyThere" } });
  expect(store.rows(site).get("person:1")?.document).toMatchObject({ givenName: "Оля" });
  expect(store.rows(site).has("person:2")).toBe(false);
});

const anEvent = (content: object = {}) => ({
  kind: "presence",
  id: "presence:1.2.absent",
  content: {
    ...{ site: "medyka", personId: "person:1", stayId: "stay:1", event: "absent", order: 2 },
    ...{ at: "2026-11-24T08:00:00.000Z", by: "ann", ...content },
  },
});
const later = { at: "2026-11-24T09:00:00.000Z" };

test("An event that this device notes twice stays as it was, and what was sent stays sent", async () => {
  const store = await aStore();
  const [first] = expectOk(await store.add(site, [anEvent()]));
  await store.markSent(site, [{ document: first as never, rev: "1-a" }]);
  const again = await store.add(site, [anEvent({ ...later, note: "called again" })]);
  expect(again).toEqual({ ok: true, value: [first] });
  expect(store.unsent(site)).toEqual([]);
});

test("An event that another device noted is not noted again, unless this one tells more", async () => {
  const store = await aStore();
  const [kept] = [firstVersion(kinds.presence, anEvent().id, anEvent().content, { ...other, device: "dev2" })];
  await store.receive(site, [{ document: kept as never, rev: "1-b" }]);
  expect(await store.add(site, [anEvent(later)])).toEqual({ ok: true, value: [kept] });
  expect(store.unsent(site)).toEqual([]);
  const [told] = expectOk(await store.add(site, [anEvent({ ...later, note: "with his aunt" })]));
  expect(told).toMatchObject({ note: "with his aunt", order: 2 });
});

test("Another act under the same id is not taken for the same", async () => {
  const store = await aStore();
  const foreign = { ...anEvent().content, stayId: "stay:2" };
  const theirs = firstVersion(kinds.presence, anEvent().id, foreign, { ...other, device: "dev2" });
  await store.receive(site, [{ document: theirs as never, rev: "1-c" }]);
  await store.add(site, [anEvent()]);
  expect(store.unsent(site)).toHaveLength(1);
});

const other = { by: "ben", at: "2026-11-24T07:00:00.000Z" };
const expectOk = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error("not stored");
  return result.value;
};

test("What no text holds is left out of what is written, wherever it was pasted from; what is left is as it was typed", async () => {
  const store = await aStore();
  const content = { site: "medyka", recordState: "quick", givenName: "Ол\u0002я", originSettlement: "Суми\n\ud83d" };
  const added = await store.add("site-medyka", [{ kind: "person", id: "person:1", content }]);
  expect(added).toMatchObject({ ok: true, value: [{ givenName: "Оля", originSettlement: "Суми\n" }] });
  const changed = await store.change("site-medyka", "person:1", (before: Person) =>
    ok({ ...before, otherNames: ["Леся\u0007", "Олена"] }),
  );
  expect(changed).toMatchObject({ ok: true, value: { otherNames: ["Леся", "Олена"] } });
});

test("A record begun anew on the server is taken over whole where nothing is only here, and joined where something is", async () => {
  const full = crowdedRecord("names of devices", 40_000);
  const begun = beginAnew(kinds.person, full, { by: "vera", device: "vera1", at: "2026-11-24T09:00:00.000Z" }).document;
  const store = await aStore();
  await store.receive(site, [{ document: full, rev: "1-a" }]);
  await store.receive(site, [{ document: begun, rev: "2-a" }]);
  expect(store.rows(site).get("person:1")).toMatchObject({ document: begun, rev: "2-a", sent: true });

  const away = await aStore();
  await away.receive(site, [{ document: full, rev: "1-a" }]);
  await away.change(site, "person:1", rename("Ольга"));
  await away.receive(site, [{ document: begun, rev: "2-a" }]);
  const row = away.rows(site).get("person:1");
  expect(row?.sent).toBe(false);
  expect(row?.document.rivals?.givenName?.map(([, value]) => value) ?? [row?.document.givenName]).toContain("Ольга");
  expect(Object.keys(row?.document.stamps.seen ?? {}).length).toBeLessThan(120);
});

test("What a server lost that was put back stays here, also where it begins the record anew", async () => {
  const full = crowdedRecord("names of devices", 40_000);
  const begun = beginAnew(kinds.person, full, { by: "vera", device: "vera1", at: "2026-11-24T09:00:00.000Z" }).document;
  const store = await aStore();
  await store.receive(site, [{ document: full, rev: "1-a" }]);
  const changed = await store.change(site, "person:1", rename("Ольга"));
  if (changed.ok) await store.markSent(site, [{ document: changed.value, rev: "2-a" }]);
  expect(store.rows(site).get("person:1")?.sent).toBe(true);
  await store.receive(site, [{ document: begun, rev: "2-b" }]);
  const row = store.rows(site).get("person:1");
  expect(row?.sent).toBe(false);
  expect(row?.document.rivals?.givenName?.map(([, value]) => value) ?? [row?.document.givenName]).toContain("Ольга");
});

test("A full record is begun anew here, and is then to be sent", async () => {
  const full = crowdedRecord("values that wait", 40_000);
  const store = await aStore();
  await store.receive(site, [{ document: full, rev: "1-a" }]);
  const { leftOut } = beginAnew(kinds.person, full, { by: "vera", device: "vera1", at: "2026-11-24T09:00:00.000Z" });
  expect(leftOut.length).toBeGreaterThan(1);
  const refused = { ok: false, error: { type: "ValuesNotNamed" } };
  expect(await store.beginAnew(site, "person:1", leftOut.slice(1))).toEqual(refused);
  expect(store.rows(site).get("person:1")).toMatchObject({ document: full, sent: true });
  const begun = await store.beginAnew(site, "person:1", leftOut);
  expect(begun.ok && lengthOf(begun.value) < lengthOf(full) / 2).toBe(true);
  expect(store.rows(site).get("person:1")).toMatchObject({ sent: false, document: { givenName: full.givenName } });
  expect(await store.beginAnew(site, "person:2", [])).toEqual({ ok: false, error: { type: "NotFound" } });
});

test("A row whose reading failed once is read and changed afterwards", async () => {
  const storage = getRxStorageMemory();
  const create = storage.createStorageInstance.bind(storage);
  let failures = 0;
  storage.createStorageInstance = async (params) => {
    const instance = await create(params);
    const find = instance.findDocumentsById.bind(instance);
    instance.findDocumentsById = (...asked) =>
      failures-- > 0 ? Promise.reject(new DOMException("the storage was emptied", "AbortError")) : find(...asked);
    return instance;
  };
  const store = await aStore(storage);
  await store.add(site, [aPerson("1")]);
  failures = 1;
  await expect(store.change(site, "person:1", rename("Ольга"))).rejects.toThrow("emptied");
  expect(await store.change(site, "person:1", rename("Ольга"))).toMatchObject({ ok: true });
});
