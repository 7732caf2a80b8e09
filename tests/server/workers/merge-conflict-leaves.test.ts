import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp } from "../../../server/workers/catch-up.ts";
import { mergeConflictLeaves } from "../../../server/workers/merge-conflict-leaves.ts";
import { firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import { aPerson, site } from "../../support/fleet/people.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
  await server.install(site);
});
afterEach(() => server.close());

const author = (device: string) => ({ by: device, device, at: "2026-11-24T08:00:00.000Z" });
const { id, content } = aPerson("1");
const first = firstVersion(person, id, content, author("dev1"));
const edited = (device: string, change: object) =>
  nextVersion(person.rule, first as Document, { ...first, ...change } as Document, author(device));

const replicate = (document: object, hash: string) =>
  server.couch.post(`${site}/_bulk_docs`, {
    new_edits: false,
    docs: [{ ...document, _revisions: { start: 2, ids: [hash.repeat(32), "0".repeat(32)] } }],
  });
const leaves = async () => {
  const { body } = await server.couch.get<Document & { _conflicts?: string[] }>(`${site}/${id}?conflicts=true`);
  return body;
};

test("What was written on two nodes is one document with both edits, and no leaf is left", async () => {
  await replicate(edited("dev1", { familyName: "Коваль", sex: "f" }), "a");
  await replicate(edited("dev2", { givenName: "Ольга", sex: "m" }), "b");
  await replicate(edited("dev3", { originSettlement: "Суми" }), "c");
  await catchUp(server.couch, site, "0", mergeConflictLeaves);
  const joined = await leaves();
  expect(joined).toMatchObject({ familyName: "Коваль", givenName: "Ольга", originSettlement: "Суми" });
  expect(joined.rivals?.sex?.map(([, value]) => value).sort()).toEqual(["f", "m"]);
  expect(joined._conflicts).toBeUndefined();
});

test("A second pass over the same changes writes nothing", async () => {
  await replicate(edited("dev1", { familyName: "Коваль" }), "a");
  await replicate(edited("dev2", { givenName: "Ольга" }), "b");
  await catchUp(server.couch, site, "0", mergeConflictLeaves);
  const { _rev } = await leaves();
  await catchUp(server.couch, site, "0", mergeConflictLeaves);
  expect((await leaves())._rev).toBe(_rev);
});

test("Somebody writes while leaves are merged: nothing is deleted that was not merged, and the next pass does it", async () => {
  await replicate(edited("dev1", { familyName: "Коваль" }), "a");
  await replicate(edited("dev2", { givenName: "Ольга" }), "b");
  let interrupted = false;
  const couch = {
    ...server.couch,
    put: async (path: string, body: unknown) => {
      const { _conflicts, ...winner } = await leaves();
      if (!interrupted) await server.couch.put(path, edited3(winner as unknown as Document & { _rev: string }));
      interrupted = true;
      return server.couch.put(path, body);
    },
  } as typeof server.couch;
  expect(await catchUp(couch, site, "0", mergeConflictLeaves)).toBe("0");
  expect((await leaves())._conflicts).toHaveLength(1);
  await catchUp(couch, site, "0", mergeConflictLeaves);
  expect(await leaves()).toMatchObject({ familyName: "Коваль", givenName: "Ольга", originSettlement: "Суми" });
  expect((await leaves())._conflicts).toBeUndefined();
});

const edited3 = ({ _rev, ...winner }: Document & { readonly _rev: string }) => ({
  ...nextVersion(person.rule, winner as Document, { ...winner, originSettlement: "Суми" } as Document, author("dev3")),
  _rev,
});

test("A leaf that nobody can read is left for a person and stops nothing", async () => {
  await replicate({ ...edited("dev1", {}), stamps: { seen: null } }, "a");
  await replicate({ ...edited("dev2", { givenName: "Ольга" }), _id: id }, "b");
  expect(await catchUp(server.couch, site, "0", mergeConflictLeaves)).not.toBe("0");
  expect((await leaves())._conflicts).toHaveLength(1);
});
