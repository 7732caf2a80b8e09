import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp, inSequence } from "../../../server/workers/catch-up.ts";
import { mergeConflictLeaves } from "../../../server/workers/merge-conflict-leaves.ts";
import { watchOldConflicts } from "../../../server/workers/watch-old-conflicts.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import { aPerson, site } from "../../support/fleet/people.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
  await server.install(site);
});
afterEach(() => server.close());

const { id, content } = aPerson("1");
const first = firstVersion(person, id, content, { by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" });
const leaf = (document: object, hash: string) =>
  server.couch.post(`${site}/_bulk_docs`, {
    new_edits: false,
    docs: [{ ...document, _revisions: { start: 1, ids: [hash.repeat(32)] } }],
  });

test("Versions that nobody can join raise an alarm after five minutes, with a number and nothing else; joined, it ends", async () => {
  const said: object[] = [];
  let now = 0;
  const conflicts = watchOldConflicts(
    (event) => void said.push(event),
    () => now,
  );
  await leaf(first, "a");
  await leaf({ ...first, stamps: { seen: null } }, "b");
  await catchUp(server.couch, site, "0", inSequence(mergeConflictLeaves, conflicts.note));
  now = 4 * 60_000;
  await conflicts.look(server.couch);
  expect([conflicts.old(), said]).toEqual([0, []]);
  now = 5 * 60_000;
  await conflicts.look(server.couch);
  expect([conflicts.old(), said]).toEqual([1, [{ event: "conflicts-stay", documents: 1 }]]);

  const { body } = await server.couch.get<{ _conflicts: string[]; _rev: string }>(`${site}/${id}?conflicts=true`);
  for (const _rev of body._conflicts)
    await server.couch.post(`${site}/_bulk_docs`, { docs: [{ _id: id, _rev, _deleted: true }] });
  await conflicts.look(server.couch);
  expect(conflicts.old()).toBe(0);
});
