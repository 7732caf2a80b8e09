import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp } from "../../../server/workers/catch-up.ts";
import { transferPeople } from "../../../server/workers/transfer-people.ts";
import { type Author, firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { maxBytesBesideLeads } from "../../../src/domain/model/field.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { openTestServer, type StoredDocument, type TestServer } from "../../support/fleet/test-server.ts";

const [own, other] = ["site-medyka", "site-lublin"];
const author = (by: string, at: string): Author => ({ by, device: `${by}phone`, at });
const [lea, olha] = [author("lea", "2026-11-24T08:00:00.000Z"), author("olha", "2026-11-24T09:00:00.000Z")];
const aPerson = (site: string, by: Author, content: object = {}, id = "1") =>
  firstVersion(kinds.person, `person:${id}`, { site, recordState: "quick", ...content }, by);
const aGroup = (site: string, by: Author, content: object = {}) =>
  firstVersion(
    kinds.group,
    "group:1",
    { site, arrivedAt: "2026-11-24T08:00:00.000Z", keepTogether: true, ...content },
    by,
  );
const edit = (before: Document, change: object, by: Author) =>
  nextVersion(kinds.person.rule, before, { ...before, ...change } as Document, by);

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
  await server.install("directory", own, other);
});
afterEach(() => server.close());

const write = (database: string, ...docs: readonly object[]) => server.couch.post(`${database}/_bulk_docs`, { docs });
const work = async () => {
  for (let pass = 0; pass < 2; pass += 1)
    for (const database of [other, own]) await catchUp(server.couch, database, "0", transferPeople);
};
const stored = async (database: string, id: string) => (await server.documents(database)).get(id);

test("Nobody is sent onto a person of another site: what is written there stays as it is, also when the move is called off", async () => {
  await write(own, aPerson("medyka", lea, { familyName: "Коваль" }));
  const before = await stored(own, "person:1");
  const sent = aPerson("lublin", olha, { movesTo: "medyka", voided: "mistake" });
  await write(other, sent);
  await work();
  const { _rev } = (await stored(other, "person:1")) as StoredDocument;
  await write(other, { ...edit(sent, { movesTo: undefined }, olha), _rev });
  await work();
  expect(await stored(own, "person:1")).toEqual(before);
  expect(await stored(other, "person:1")).not.toHaveProperty("familyName");
});

test("Not under the same beginning either", async () => {
  await write(own, aPerson("medyka", lea, { familyName: "Коваль" }));
  const before = await stored(own, "person:1");
  await write(other, edit(aPerson("lublin", lea), { movesTo: "medyka", voided: "mistake" }, olha));
  await work();
  expect(await stored(own, "person:1")).toEqual(before);
});

test.each([
  { name: "with one of their own under its id", groups: [aGroup("lublin", olha, { voided: "mistake" })] },
  { name: "without it", groups: [] },
])("Nobody joins a group of another site by their id of it: $name", async ({ groups }) => {
  await write(own, aGroup("medyka", lea, { label: "Коваль" }));
  const before = await stored(own, "group:1");
  await write(other, ...groups, aPerson("lublin", olha, { movesTo: "medyka", groupId: "group:1" }, "2"));
  await work();
  expect(await stored(own, "group:1")).toEqual(before);
  expect(await stored(own, "person:2")).toBeUndefined();
});

test("Nor by whom a group of theirs is about", async () => {
  await write(own, aGroup("medyka", lea, { label: "Коваль" }));
  const before = await stored(own, "group:1");
  await write(other, aPerson("lublin", olha, { movesTo: "medyka" }, "2"));
  await work();
  await write(other, aGroup("lublin", olha, { focalPersonId: "person:2", voided: "mistake" }));
  await work();
  expect(await stored(own, "person:2")).toMatchObject({ site: "medyka" });
  expect(await stored(own, "group:1")).toEqual(before);
});

test("Whoever sent somebody away does not call them back from where they are", async () => {
  await write(other, aPerson("lublin", olha, { movesTo: "medyka" }));
  await work();
  const { _rev, ...placeholder } = (await stored(other, "person:1")) as StoredDocument;
  await write(other, { ...edit(placeholder as unknown as Document, { movesTo: "lublin", sex: "f" }, olha), _rev });
  await work();
  expect(await stored(own, "person:1")).toMatchObject({ site: "medyka", sex: "f" });
  expect(await stored(own, "person:1")).not.toHaveProperty("erased");
  expect(await stored(other, "person:1")).toMatchObject({ erased: { why: "moved", to: "medyka" } });
});

test("What is written after somebody went leaves room for whoever leads where they are", async () => {
  await write(other, aPerson("lublin", olha, { movesTo: "medyka" }));
  await work();
  for (let time = 0; time < 5; time += 1) {
    const { _rev, ...placeholder } = (await stored(other, "person:1")) as StoredDocument;
    const otherNames = Array.from({ length: 200 }, (_, place) => `${time}-${place}`.padEnd(80, "x"));
    const late = edit(placeholder as unknown as Document, { otherNames }, { ...olha, device: `padding${time}` });
    await write(other, { ...late, _rev });
    await work();
  }
  expect(JSON.stringify(await stored(own, "person:1")).length).toBeLessThan(maxBytesBesideLeads);
  expect(await stored(other, "person:1")).toMatchObject({ erased: { why: "moved" }, otherNames: expect.any(Array) });
});
