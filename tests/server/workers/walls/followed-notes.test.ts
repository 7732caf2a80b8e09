import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { transferPeople } from "../../../../server/workers/transfer-people.ts";
import { followPeople } from "../../../../server/workers/walls/follow-people.ts";
import { placeNotes } from "../../../../server/workers/walls/place-notes.ts";
import { strikeNotes } from "../../../../server/workers/walls/strike-notes.ts";
import { wallOffNeeds } from "../../../../server/workers/walls/wall-off-needs.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { erase } from "../../../../src/domain/model/erase.ts";
import type { SealedNote } from "../../../../src/domain/model/kinds/sealed-note.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import type { NoteContent } from "../../../../src/domain/walls/note-content.ts";
import { strikeOutNote } from "../../../../src/domain/walls/strike-out-note.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import { addSealedNote, openWalledServer, placedIn, workOn } from "../../../support/fleet/walled-site.ts";

let server: TestServer;
let ann: Phone;

beforeEach(async () => {
  server = await openWalledServer(["medyka", "lviv"]);
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  await register(ann, "1", { familyName: "Коваль" });
});
afterEach(async () => {
  await ann.close();
  await server.close();
});

const note = (id: string, content: NoteContent) => addSealedNote(server, ann, id, content);
const work = () =>
  workOn(
    server,
    [ann],
    [
      [site, placeNotes],
      [site, strikeNotes],
      [site, wallOffNeeds],
      [site, transferPeople],
      [site, followPeople],
    ],
  );
const placed = (database: string) => placedIn(server, database);
const sendToLviv = async () => {
  const lead = await aPhone(server, "lea", ["lead:medyka"]);
  await ann.sync();
  await lead.sync();
  await lead.store.change(site, "person:1", (before: Document) => ok({ ...before, movesTo: "lviv" } as Document));
  await lead.sync();
  await lead.close();
};

test("A note that arrives after its person moved is placed where they are, and struck out there", async () => {
  await sendToLviv();
  await work();
  await note("sealed-note:1", { topic: "health", needs: ["medicine"], text: "інсулін" });
  await work();
  const there = { personName: "Коваль Оля", text: "інсулін", site: "lviv", by: "ann" };
  expect(await placed("care-lviv")).toMatchObject([there]);
  expect(await placed("care-medyka")).toEqual([]);
  await ann.store.change(site, "sealed-note:1", (one: SealedNote) => strikeOutNote(one) as never);
  await work();
  expect(await placed("care-lviv")).toMatchObject([{ ...there, struckBy: "ann" }]);
});

test("The notes about a person whose record is struck out are struck out for their readers", async () => {
  await register(ann, "2", { needFlags: ["pregnant", "talk_private"] });
  await note("sealed-note:1", { topic: "health", needs: ["medicine"] });
  await work();
  await edit(ann, "2", { voided: "mistake" });
  await work();
  await addSealedNote(server, ann, "sealed-note:2", { topic: "health", needs: ["mobility"] }, { personId: "person:2" });
  await work();
  const all = [...(await placed("care-medyka")), ...(await placed("protection-org-1"))];
  expect(all.map(({ personId, struckBy }) => [personId, struckBy]).sort()).toEqual([
    ["person:1", undefined],
    ["person:2", "ann"],
    ["person:2", "ann"],
    ["person:2", "ann"],
  ]);
});

test("What was noted of somebody goes with them to the site where they are now", async () => {
  await note("sealed-note:1", { topic: "health", needs: ["medicine"], text: "інсулін" });
  await work();
  await sendToLviv();
  await work();
  expect((await server.documents("site-lviv")).has("person:1")).toBe(true);
  expect((await placed("care-lviv")).map(({ text, site: at }) => [text, at])).toEqual([["інсулін", "lviv"]]);
  await work();
  expect((await placed("care-lviv")).map(({ text }) => text)).toEqual(["інсулін"]);
  expect(JSON.stringify(await placed("care-medyka"))).not.toMatch(/інсулін|Коваль/);
});

test("A note for readers whose database is not there holds nobody else up", async () => {
  await server.remove("protection-org-1");
  await note("sealed-note:1", { topic: "talk_private" });
  await ann.sync();
  expect(await catchUp(server.couch, site, "0", placeNotes)).not.toBe("0");
});

test("What was noted of somebody who expired is taken away with them, but for what concerns a child", async () => {
  await note("sealed-note:1", { topic: "health", needs: ["medicine"], text: "інсулін" });
  await note("sealed-note:2", { topic: "talk_private", text: "не при чоловікові" });
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
