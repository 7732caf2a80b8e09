import { afterEach, beforeEach, expect, test } from "vitest";
import { publicKeyOf } from "../../../../server/phones/open-sealed-item.ts";
import { outboxSecret } from "../../../../server/phones/outbox-secret.ts";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { transferPeople } from "../../../../server/workers/transfer-people.ts";
import { followPeople } from "../../../../server/workers/walls/follow-people.ts";
import { placeNotes } from "../../../../server/workers/walls/place-notes.ts";
import { wallOffNeeds } from "../../../../server/workers/walls/wall-off-needs.ts";
import { sealNote } from "../../../../src/device/outbox/seal-note.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { erase } from "../../../../src/domain/model/erase.ts";
import type { ConfidentialNote } from "../../../../src/domain/model/kinds/confidential-note.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { type NoteContent, noteKey } from "../../../../src/domain/walls/note-content.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import { openTestServer, type TestServer } from "../../../support/fleet/test-server.ts";

const at = "2026-11-24T07:00:00.000Z";
let server: TestServer;
let ann: Phone;
let key: string;

beforeEach(async () => {
  server = await openTestServer();
  await server.install(
    "directory",
    site,
    "site-lviv",
    "server",
    "care-medyka",
    "care-lviv",
    "case-org-1",
    "protection-org-1",
  );
  for (const slug of ["medyka", "lviv"]) {
    const content = { site: slug, name: slug, type: "shelter", orgId: "organisation:org-1", protected: false };
    await server.couch.put(
      `directory/site:${slug}`,
      firstVersion(kinds.site, `site:${slug}`, { ...content, status: "open" }, { by: "eva", device: "eva1", at }),
    );
  }
  key = publicKeyOf(await outboxSecret(server.couch), noteKey);
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  await register(ann, "1", { familyName: "Коваль" });
});
afterEach(async () => {
  await ann.close();
  await server.close();
});

const note = async (phone: Phone, id: string, content: NoteContent, more: object = {}, personId = "person:1") => {
  const box = await sealNote({ keys: { [noteKey]: key } }, content, { id, site: "medyka", personId });
  return phone.store.add(site, [{ kind: "sealedNote", id, content: { site: "medyka", personId, at, box, ...more } }]);
};
const work = async () => {
  await ann.sync();
  for (const act of [placeNotes, wallOffNeeds, transferPeople, followPeople])
    await catchUp(server.couch, site, "0", act);
  await ann.sync();
};
const placed = async (database: string): Promise<readonly ConfidentialNote[]> =>
  [...(await server.documents(database))].flatMap(([id, document]) =>
    id.startsWith("_") ? [] : [document as unknown as ConfidentialNote],
  );

test("What was noted of somebody goes with them to the site where they are now", async () => {
  const lead = await aPhone(server, "lea", ["lead:medyka"]);
  await note(ann, "sealed-note:1", { topic: "health", needs: ["medicine"], text: "інсулін" });
  await work();
  await lead.sync();
  await lead.store.change(site, "person:1", (before: Document) => ok({ ...before, movesTo: "lviv" } as Document));
  await lead.sync();
  await work();
  expect((await server.documents("site-lviv")).has("person:1")).toBe(true);
  await lead.close();
  expect((await placed("care-lviv")).map(({ text, site: at }) => [text, at])).toEqual([["інсулін", "lviv"]]);
  await work();
  expect((await placed("care-lviv")).map(({ text }) => text)).toEqual(["інсулін"]);
  expect(JSON.stringify(await placed("care-medyka"))).not.toMatch(/інсулін|Коваль/);
});

test("A note for readers whose database is not there holds nobody else up", async () => {
  await server.remove("protection-org-1");
  await note(ann, "sealed-note:1", { topic: "talk_private" });
  await ann.sync();
  expect(await catchUp(server.couch, site, "0", placeNotes)).not.toBe("0");
});

test("What was noted of somebody who expired is taken away with them, but for what concerns a child", async () => {
  await note(ann, "sealed-note:1", { topic: "health", needs: ["medicine"], text: "інсулін" });
  await note(ann, "sealed-note:2", { topic: "talk_private", text: "не при чоловікові" });
  await work();
  const { body } = await server.couch.get<Document>(`${site}/person:1`);
  const { _rev, ...person } = body as Document & { _rev?: string };
  const erased = { why: "expired", at: "2026-11-25" } as const;
  const author = { by: "server", device: "server1", at: "2026-11-25T00:00:00.000Z" };
  await server.couch.put(`${site}/person:1`, { ...erase(kinds.person, person as Document, erased, author), _rev });
  await work();
  const left = JSON.stringify([...(await placed("care-medyka")), ...(await placed("protection-org-1"))]);
  expect(left).not.toMatch(/інсулін|чоловікові|Коваль|medicine/);
  expect(left).toContain('"erased"');
});
