import { afterEach, beforeEach, expect, test } from "vitest";
import { placeNotes } from "../../../../server/workers/walls/place-notes.ts";
import { strikeNotes } from "../../../../server/workers/walls/strike-notes.ts";
import { wallOffNeeds } from "../../../../server/workers/walls/wall-off-needs.ts";
import type { SealedNote } from "../../../../src/domain/model/kinds/sealed-note.ts";
import type { NoteContent } from "../../../../src/domain/walls/note-content.ts";
import { strikeOutNote } from "../../../../src/domain/walls/strike-out-note.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { edit, register, seen, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import {
  addSealedNote,
  at,
  giveSite,
  openWalledServer,
  placedIn,
  removeOrganisation,
  walled,
  workOn,
} from "../../../support/fleet/walled-site.ts";

let server: TestServer;
let ann: Phone;

beforeEach(async () => {
  server = await openWalledServer();
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  await register(ann, "1", { familyName: "Коваль" });
});
afterEach(async () => {
  await ann.close();
  await server.close();
});

const note = (id: string, content: NoteContent, personId = "person:1", sealedTo = personId) =>
  addSealedNote(server, ann, id, content, { personId, sealedTo });
const work = () =>
  workOn(
    server,
    [ann],
    [
      [site, placeNotes],
      [site, strikeNotes],
      [site, wallOffNeeds],
    ],
  );
const placed = (database: string) => placedIn(server, database);
const stored = async () => JSON.stringify([...(await server.documents(site))]);
const onPhone = () => JSON.stringify([...ann.store.rows(site).values()]);

test("What was sealed reaches those of its tier and nobody else; where it was noted its hour stays", async () => {
  await note("sealed-note:1", { topic: "health", needs: ["pregnant"], text: "на восьмому місяці" });
  await note("sealed-note:2", { topic: "contact", contact: { raw: "+380 50 000 12 34", whose: "сестра" } });
  await note("sealed-note:3", { topic: "talk_private", text: "не при чоловікові" });
  await work();
  expect(await Promise.all(walled.map(placed))).toMatchObject([
    [{ topic: "health", needs: ["pregnant"], text: "на восьмому місяці", personName: "Коваль Оля", by: "ann", at }],
    [{ topic: "contact", contact: { raw: "+380 50 000 12 34", whose: "сестра" } }],
    [{ topic: "talk_private", text: "не при чоловікові" }],
  ]);
  for (const row of ["1", "2", "3"].map((one) => ann.store.rows(site).get(`sealed-note:${one}`)))
    expect(row?.document).toMatchObject({ at, createdBy: "ann", personId: "person:1" });
  for (const there of [await stored(), onPhone()])
    expect(there).not.toMatch(/"box":"[^"]{20}|pregnant|місяці|000 12|private/);
});

test("Twice is once, also after a correction of the name", async () => {
  await note("sealed-note:1", { topic: "health", needs: ["medicine"] });
  await work();
  await edit(ann, "1", { familyName: "Ковальчук" });
  await work();
  await work();
  expect(await placed("care-medyka")).toMatchObject([{ personName: "Коваль Оля" }]);
});

test("A box that was put beside another person, or that nobody sealed, stays where it is", async () => {
  await register(ann, "2");
  await note("sealed-note:1", { topic: "health", needs: ["medicine"] }, "person:2", "person:1");
  await ann.store.add(site, [
    {
      kind: "sealedNote",
      id: "sealed-note:2",
      content: { site: "medyka", personId: "person:1", at, box: "AAAA" },
    },
  ]);
  await work();
  expect((await Promise.all(walled.map(placed))).flat()).toEqual([]);
  expect(ann.store.rows(site).get("sealed-note:1")?.document).toHaveProperty("box");
});

test("Where the site has no organisation yet, a wish to talk waits in its box until somebody does", async () => {
  await removeOrganisation(server.couch, "medyka");
  await note("sealed-note:1", { topic: "talk_private" });
  await work();
  expect(ann.store.rows(site).get("sealed-note:1")?.document).toHaveProperty("box");
  await giveSite(server.couch, "medyka", "org-1");
  await work();
  expect(await placed("protection-org-1")).toMatchObject([{ topic: "talk_private" }]);
});

test("What older apps noted in the open is moved, and leaves no trace in what is stored and sent", async () => {
  await register(ann, "2", { needFlags: ["pregnant", "interpreter"] });
  await work();
  expect(await placed("care-medyka")).toMatchObject([{ needs: ["pregnant"], personId: "person:2", by: "ann" }]);
  expect(seen(ann, "2")).toMatchObject({ needFlags: ["interpreter"], placeMarks: ["lower_bunk"] });
  await edit(ann, "2", { needFlags: ["interpreter", "talk_private"] });
  await work();
  expect(await placed("protection-org-1")).toMatchObject([{ topic: "talk_private", personId: "person:2" }]);
  expect(seen(ann, "2")).toMatchObject({ needFlags: ["interpreter"] });
  for (const there of [await stored(), onPhone()]) expect(there).not.toMatch(/pregnant|talk_private|"needFlags":\{/);
});

test("What a phone that was away writes in the open meanwhile is moved when it comes", async () => {
  const ben = await aPhone(server, "ben", ["volunteer:medyka"]);
  await register(ann, "2", { needFlags: ["pregnant"] });
  await ann.sync();
  await ben.sync();
  await edit(ben, "2", { needFlags: ["pregnant", "medicine"], givenName: "Олена" });
  await work();
  await ben.sync();
  await work();
  expect(seen(ann, "2")).not.toHaveProperty("needFlags");
  expect(seen(ann, "2")).toMatchObject({ givenName: "Олена" });
  expect((await placed("care-medyka")).flatMap(({ needs }) => needs)).toEqual(
    expect.arrayContaining(["pregnant", "medicine"]),
  );
  await ben.close();
});

test("Who noted it strikes it out, and its readers are told who did; nobody else but a lead does", async () => {
  await note("sealed-note:1", { topic: "health", needs: ["pregnant"] });
  await work();
  const ben = await aPhone(server, "ben", ["volunteer:medyka"]);
  await ben.sync();
  await ben.store.change(site, "sealed-note:1", (one: SealedNote) => strikeOutNote(one) as never);
  await ben.sync();
  expect(ben.store.rows(site).get("sealed-note:1")?.refused?.reason).toContain("not_your_field:voided");
  await ann.store.change(site, "sealed-note:1", (one: SealedNote) => strikeOutNote(one) as never);
  await work();
  await work();
  expect(await placed("care-medyka")).toMatchObject([{ needs: ["pregnant"], struckBy: "ann" }]);
  await ben.close();
});
