import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { transferPeople } from "../../../../server/workers/transfer-people.ts";
import { placeNotes } from "../../../../server/workers/walls/place-notes.ts";
import { wallOffNeeds } from "../../../../server/workers/walls/wall-off-needs.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import type { NoteContent } from "../../../../src/domain/walls/note-content.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { edit, register, seen, site } from "../../../support/fleet/people.ts";
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

const note = (id: string, content: NoteContent, more: object = {}, personId = "person:1") =>
  addSealedNote(server, ann, id, content, { personId, more: { by: "ann", ...more } });
const work = () =>
  workOn(
    server,
    [ann],
    [
      [site, placeNotes],
      [site, wallOffNeeds],
      [site, transferPeople],
    ],
  );
const placed = (database: string) => placedIn(server, database);

test("Who noted it is who wrote it, whatever the note says", async () => {
  await note("sealed-note:1", { topic: "talk_private" }, { by: "boss" });
  await work();
  expect((await placed("protection-org-1")).map(({ by }) => by)).toEqual(["ann"]);
});

test("A wish to talk that is ticked in the open once more, after the first was settled, is a wish again", async () => {
  await register(ann, "2", { needFlags: ["talk_private"] });
  await work();
  const [first] = await placed("protection-org-1");
  const body = first as unknown as object;
  await server.couch.put(`protection-org-1/${encodeURIComponent(String(first?._id))}`, {
    ...body,
    settled: true,
    done: "ok",
  });
  await edit(ann, "2", { needFlags: ["talk_private"] });
  await work();
  expect(seen(ann, "2")).not.toHaveProperty("needFlags");
  expect((await placed("protection-org-1")).filter(({ settled }) => !settled)).toHaveLength(1);
});

test("Nobody swallows what is to be noted of somebody by a note of their own that takes its name", async () => {
  await note("sealed-note:2.health.pregnant", { topic: "health", text: "-" }, {}, "person:2");
  await work();
  await register(ann, "2", { needFlags: ["pregnant"] });
  await work();
  expect((await placed("care-medyka")).flatMap(({ needs }) => needs ?? [])).toEqual(["pregnant"]);
});

test("A note that reaches the server after its person has gone is not without a name", async () => {
  const lead = await aPhone(server, "lea", ["lead:medyka"]);
  await ann.sync();
  await lead.sync();
  await note("sealed-note:1", { topic: "health", needs: ["medicine"] });
  await lead.store.change(site, "person:1", (before: Document) => ok({ ...before, movesTo: "lviv" } as Document));
  await lead.sync();
  await catchUp(server.couch, site, "0", transferPeople);
  await work();
  await lead.close();
  const all = [...(await placed("care-medyka")), ...(await placed("care-lviv"))];
  expect(all.map(({ personName }) => personName)).toEqual(["Коваль Оля"]);
});

test("Nobody but the author takes a box away, and none is put into a note again", async () => {
  const ben = await aPhone(server, "ben", ["volunteer:medyka"]);
  await note("sealed-note:1", { topic: "talk_private" });
  await ann.sync();
  await ben.sync();
  await ben.store.change(site, "sealed-note:1", (before: Document) => {
    const { box: _gone, ...rest } = before as Document & { box?: string };
    return ok(rest as Document);
  });
  await ben.sync();
  await work();
  expect(await placed("protection-org-1")).toHaveLength(1);
  await ben.close();
});
