import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type AccountDocument, changeRoles, findAccount } from "../../../server/accounts/accounts.ts";
import { auditFiles } from "../../../server/audit/audit-files.ts";
import { type Ledger, openLedger } from "../../../server/audit/ledger.ts";
import { recordChanges } from "../../../server/audit/record-changes.ts";
import { catchUp } from "../../../server/workers/catch-up.ts";
import { expire } from "../../../server/workers/expiry/expire.ts";
import { mergeConflictLeaves } from "../../../server/workers/merge-conflict-leaves.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import { aPerson, edit, register, site } from "../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../support/fleet/two-phones.ts";
import { aFolder, entriesIn, verifyFiles } from "./a-chain.ts";

let couple: TwoPhones;
let dataDir: string;
let ledger: Ledger;
beforeEach(async () => {
  couple = await openTwoPhones();
  dataDir = aFolder();
  ledger = await openLedger(auditFiles(dataDir));
});
afterEach(async () => {
  await ledger.close();
  await couple.close();
});

/** From the feed's beginning, as after a crash that lost every place. */
const follow = (database = site) => catchUp(couple.server.couch, database, "0", recordChanges(ledger));
const restart = async () => {
  await ledger.close();
  ledger = await openLedger(auditFiles(dataDir));
};
const entries = () => entriesIn(auditFiles(dataDir));
const said = () => entries().map(({ by, id, fields }) => [by, id, fields.join(" ")]);
const stored = async (id: string) => (await couple.server.couch.get<{ _rev: string }>(`${site}/${id}`)).body;
const isWhole = () => verifyFiles(dataDir, ledger).ok;

test("One entry for each write, with its author, device and fields; none twice after a restart", async () => {
  const { ann, ben } = couple;
  await register(ann, "1");
  await ann.sync();
  await ben.sync();
  await follow();
  await edit(ben, "1", { familyName: "Коваль" });
  await ben.sync();
  await follow();
  await restart();
  await follow();
  expect(said()).toEqual([
    ["ann", "person:1", "givenName recordState site"],
    ["ben", "person:1", "familyName"],
  ]);
  const [made, edited] = entries();
  expect(made?.rev).toMatch(/^1-/);
  expect(edited).toMatchObject({ rev: (await stored("person:1"))._rev, device: expect.stringMatching(/./), n: 2 });
  expect(edited?.device).not.toBe(made?.device);
  expect(edited?.written).toMatch(/^\d{4}-/);
  expect(isWhole()).toBe(true);
});

test("Writes that came while nobody followed are entered one by one, though the feed shows the last only", async () => {
  const { ann, ben } = couple;
  await register(ann, "1");
  await ann.sync();
  for (const name of ["Коваль", "Коваленко", "Ковальчук"]) {
    await ben.sync();
    await edit(ben, "1", { familyName: name });
    await ben.sync();
  }
  await follow();
  expect(said()).toEqual([
    ["ann", "person:1", "givenName recordState site"],
    ["ben", "person:1", "familyName"],
    ["ben", "person:1", "familyName"],
    ["ben", "person:1", "familyName"],
  ]);
});

test("Two who edit unseen of each other: each write is entered under its author", async () => {
  const { ann, ben } = couple;
  await register(ann, "1");
  await ann.sync();
  await ben.sync();
  await edit(ann, "1", { familyName: "Коваль" });
  await edit(ben, "1", { givenName: "Ольга" });
  await ann.sync();
  await ben.sync();
  await follow();
  expect(
    said()
      .slice(1)
      .map(([by]) => by),
  ).toEqual(["ann", "ben"]);
  expect(said()[1]).toContain("familyName");
});

test("A version that lost on another node is entered too, and its merge does not make its author write twice", async () => {
  const { couch } = couple.server;
  const { id, content } = aPerson("1");
  const leaf = (by: string, hash: string, change: object) => {
    const made = firstVersion(
      person,
      id,
      { ...content, ...change },
      { by, device: `${by}1`, at: "2026-11-24T08:00:00.000Z" },
    );
    return { ...made, _revisions: { start: 1, ids: [hash.repeat(32)] } };
  };
  const docs = [leaf("ann", "a", {}), leaf("ben", "b", { familyName: "Коваль" })];
  await couch.post(`${site}/_bulk_docs`, { new_edits: false, docs });
  await follow();
  await catchUp(couch, site, "0", mergeConflictLeaves);
  await follow();
  expect(
    said()
      .map(([by]) => by)
      .sort(),
  ).toEqual(["ann", "ben", null].sort());
  expect(entries().find(({ by }) => by === null)?.fields).toEqual([]);
});

test("What an administrator alters past the app is nobody's, and seen; a deletion too", async () => {
  const { ann, server } = couple;
  await register(ann, "1");
  await ann.sync();
  await follow();
  const altered = { ...(await stored("person:1")), givenName: "Ірина" };
  await server.couch.post(`${site}/_bulk_docs`, { docs: [altered] });
  const { _rev } = await stored("person:1");
  await server.couch.post(`${site}/_bulk_docs`, { docs: [{ _id: "person:1", _rev, _deleted: true }] });
  await follow();
  expect(said().slice(1)).toEqual([
    [null, "person:1", "givenName"],
    [null, "person:1", "deleted"],
  ]);
});

test("After content was taken away and compacted every revision still has its entry", async () => {
  const { ann, server } = couple;
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await register(ann, "1");
  await ann.sync();
  const first = (await stored("person:1"))._rev;
  await expire(server.couch, site, day(32));
  await expect.poll(async () => (await server.couch.get(`${site}/person:1?rev=${first}`)).status).toBe(404);
  await follow();
  expect(said()[0]).toEqual([null, "person:1", ""]);
  expect(said().flatMap(([by, , fields]) => (by === "server" ? [fields] : []))[0]).toContain("erased");
});

test("Accounts: made, given other rights, ended; never what a passphrase became", async () => {
  const { server } = couple;
  // A CouchDB keeps the accounts of earlier runs, and what they were.
  const name = `olena-${Date.now()}`;
  await server.addAccount(name, ["volunteer:medyka"]);
  await server.addAccount(name, ["lead:medyka"]);
  await changeRoles(server.couch, (await findAccount(server.couch, name)) as AccountDocument, ["lead:lublin"]);
  await follow("_users");
  const id = `org.couchdb.user:${name}`;
  const own = entries().filter((entry) => entry.id === id);
  expect(own).toHaveLength(3);
  expect(own[2]?.fields).toEqual(["roles"]);
  expect(own[0]?.fields).toEqual(expect.arrayContaining(["name", "roles"]));
  expect(own[1]?.fields).toContain("roles");
  const { body } = await server.couch.get<{ derived_key: string; salt: string }>(`_users/${encodeURIComponent(id)}`);
  expect(readFileSync(auditFiles(dataDir).chain, "utf8")).not.toContain(body.derived_key);
});

test("No value of a person is ever in the files, whatever field it stands in", async () => {
  const { ann, ben, server } = couple;
  const marker = "Zzmarker";
  await register(ann, "1", { givenName: `${marker}a`, familyName: `${marker}b`, note: `${marker}c` });
  await ann.sync();
  await ben.sync();
  await edit(ann, "1", { givenName: `${marker}d` });
  await edit(ben, "1", { givenName: `${marker}e` });
  await ann.sync();
  await ben.sync();
  const strange = { _id: "x:1", kind: `${marker}f`, [`${marker}g`]: `${marker}h` };
  const made = firstVersion(person, "person:2", aPerson("2").content, {
    by: "ann",
    device: "dev1",
    at: "2026-11-24T08:00:00.000Z",
  });
  const stamped = {
    ...made,
    stamps: { ...made.stamps, edits: { "1.dev1": ["ann", `${marker}i`] } },
    [`${marker}j`]: 1,
  };
  await server.couch.post(`${site}/_bulk_docs`, { docs: [strange, stamped] });
  const replica = { ...strange, _revisions: { start: 1, ids: ["a".repeat(32)] } };
  const other = { ...stamped, _revisions: { start: 1, ids: ["b".repeat(32)] } };
  await server.couch.post(`${site}/_bulk_docs`, { new_edits: false, docs: [replica, other] });
  expect(JSON.stringify([...(await server.documents(site)).values()])).toContain(`${marker}e`);
  await follow();
  const files = auditFiles(dataDir);
  ledger.sign();
  expect(entries().length).toBeGreaterThan(3);
  expect(entries().some(({ fields }) => fields.includes("other"))).toBe(true);
  expect(entries().find(({ device }) => device === "dev1")).toMatchObject({ by: "ann", written: null });
  for (const file of [files.chain, files.heads, files.index, `${files.index}-wal`])
    expect(readFileSync(file).includes(marker)).toBe(false);
  const text = readFileSync(files.chain, "utf8");
  expect(text).not.toMatch(/\p{Script=Cyrillic}|"medyka"|quick/u);
});
