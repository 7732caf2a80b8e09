import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient } from "../../../../server/couch-client.ts";
import { provision } from "../../../../server/workers/provision.ts";
import { placingConcerns } from "../../../../server/workers/walls/place-concerns.ts";
import { placeNotes } from "../../../../server/workers/walls/place-notes.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import {
  addSealedNote,
  at,
  openWalledServer,
  placedIn,
  removeOrganisation,
  workOn,
} from "../../../support/fleet/walled-site.ts";

let server: TestServer;
let ann: Phone;

beforeEach(async () => {
  server = await openWalledServer();
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  await register(ann, "1");
});
afterEach(async () => {
  await ann.close();
  await server.close();
});

/** A client that notes what it is asked for; `isBroken` requests are answered with 500. */
const watched = (isBroken: (path: string) => boolean = () => false) => {
  const asked: string[] = [];
  const watch =
    <A extends readonly unknown[], R>(call: (path: string, ...rest: A) => Promise<R>) =>
    (path: string, ...rest: A): Promise<R> => {
      asked.push(path);
      return isBroken(path) ? Promise.resolve({ status: 500, body: {} } as R) : call(path, ...rest);
    };
  const { get, put, post } = server.couch;
  const couch = { ...server.couch, get: watch(get), put: watch(put), post: watch(post) } as CouchClient;
  return { couch, asked };
};

test("What waited for an organisation is placed in a later run where the first one failed", async () => {
  await removeOrganisation(server.couch, "medyka");
  await addSealedNote(server, ann, "sealed-note:1", { topic: "talk_private" });
  await workOn(server, [ann], [[site, placeNotes]]);
  expect(await placedIn(server, "protection-org-1")).toEqual([]);
  const broken = watched((path) => path === "protection-org-1/_bulk_docs");
  const first = await provision(broken.couch);
  expect(first.isDone && first.failures.length === 0).toBe(false);
  expect(await placedIn(server, "protection-org-1")).toEqual([]);
  expect(await provision(server.couch)).toMatchObject({ isDone: true, failures: [] });
  expect(await placedIn(server, "protection-org-1")).toMatchObject([{ topic: "talk_private" }]);
});

test("A run that has placed it already asks for no record of the site", async () => {
  await provision(server.couch);
  const { couch, asked } = watched();
  await provision(couch);
  expect(asked.filter((path) => path.startsWith(`${site}/_all_docs`) && path.includes("person"))).toEqual([]);
});

test("A note costs the same few questions however many sites the directory has", async () => {
  await addSealedNote(server, ann, "sealed-note:1", { topic: "talk_private" });
  await ann.sync();
  const { couch, asked } = watched();
  await workOn({ ...server, couch }, [], [[site, placeNotes]]);
  expect(await placedIn(server, "protection-org-1")).toHaveLength(1);
  expect(asked.filter((path) => path.startsWith("directory/"))).toEqual([]);
  expect(asked.filter((path) => path.endsWith("/_security"))).toHaveLength(1);
});

test("A correction of a child's record asks nothing once its concern is placed", async () => {
  await register(ann, "boy", { noParentSince: at });
  await ann.sync();
  const concerns = placingConcerns();
  await workOn(server, [ann], [[site, concerns]]);
  expect(await placedIn(server, "protection-org-1")).toMatchObject([{ topic: "child_alone" }]);
  await edit(ann, "boy", { familyName: "Коваль" });
  await ann.sync();
  const { couch, asked } = watched();
  await workOn({ ...server, couch }, [], [[site, concerns]]);
  expect(asked.filter((path) => !path.startsWith(`${site}/_changes`))).toEqual([]);
});
