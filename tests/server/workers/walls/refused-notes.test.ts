import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient, OperatorClient } from "../../../../server/couch-client.ts";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { logRefused } from "../../../../server/workers/log-refused.ts";
import { beginChildForms } from "../../../../server/workers/walls/child-forms.ts";
import { placeConcerns } from "../../../../server/workers/walls/place-concerns.ts";
import { placeNotes } from "../../../../server/workers/walls/place-notes.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import { addSealedNote, at, openWalledServer } from "../../../support/fleet/walled-site.ts";

const protection = "protection-org-1";
const smile = String.fromCodePoint(0x1f600);
let server: TestServer;
let ann: Phone;

beforeEach(async () => {
  server = await openWalledServer();
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
});
afterEach(async () => {
  await ann.close();
  await server.close();
});

const told = async (id: string) =>
  [...(await server.documents(protection)).values()].some(
    ({ kind, personId }) => kind === "confidentialNote" && personId === id,
  );

/** A store that answers the first writes of notes in its own way. */
const answering = (status: number, body: unknown, times = Number.POSITIVE_INFINITY): CouchClient => {
  let left = times;
  return {
    ...server.couch,
    post: async (path, sent) =>
      path === `${protection}/_bulk_docs` && left-- > 0 ? ({ status, body } as never) : server.couch.post(path, sent),
  };
};

test("A name that is too long for a note is cut between characters: officers are told of the child", async () => {
  const long = { familyName: "а".repeat(80), givenName: `${"б".repeat(78)}${smile}` };
  await register(ann, "odd", { ...long, noParentSince: at });
  await register(ann, "adult", { familyName: "в".repeat(78), givenName: smile });
  await register(ann, "other", { noParentSince: at, cameWith: ["person:adult"] });
  await ann.sync();
  expect(await catchUp(server.couch, site, "0", placeConcerns)).not.toBe("0");
  expect(await catchUp(server.couch, protection, "0", beginChildForms)).not.toBe("0");
  expect([await told("person:odd"), (await server.documents(protection)).has("child:other")]).toEqual([true, true]);
});

test.each([
  [400, { error: "bad_request" }],
  [413, { error: "too_large" }],
  [201, [{ error: "forbidden", reason: "x" }]],
])("A document that the store refuses (%s) is stepped over, and the feed goes on", async (status, body) => {
  await register(ann, "odd", { noParentSince: at });
  await ann.sync();
  expect(await catchUp(answering(status, body), site, "0", placeConcerns)).not.toBe("0");
});

test.each([
  [503, { error: "busy" }],
  [404, { error: "not_found" }],
  [201, [{ error: "conflict" }]],
])("A store that cannot write now (%s) is asked again", async (status, body) => {
  await register(ann, "odd", { noParentSince: at });
  await ann.sync();
  expect(await catchUp(answering(status, body), site, "0", placeConcerns)).toBe("0");
  expect(await catchUp(server.couch, site, "0", placeConcerns)).not.toBe("0");
  expect(await told("person:odd")).toBe(true);
});

test("The box of a note that the store refuses stays at the site", async () => {
  await addSealedNote(server, ann, "sealed-note:1", { topic: "talk_private" });
  await ann.sync();
  expect(await catchUp(answering(400, { error: "bad_request" }), site, "0", placeNotes)).not.toBe("0");
  expect((await server.documents(site)).get("sealed-note:1")?.box).toBeDefined();
});

test("What is refused is logged without content", async () => {
  const events: object[] = [];
  const couch = logRefused(answering(400, { error: "bad_request" }) as OperatorClient, (event) => events.push(event));
  await register(ann, "odd", { familyName: "Коваль", noParentSince: at });
  await ann.sync();
  await catchUp(couch, site, "0", placeConcerns);
  expect(events).toEqual([{ event: "write-refused", database: protection, kind: "confidentialNote", error: 400 }]);
});
