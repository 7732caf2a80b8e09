import { afterEach, beforeEach, expect, test } from "vitest";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import type { SealedNote } from "../../../../src/domain/model/kinds/sealed-note.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import type { NoteContent } from "../../../../src/domain/walls/note-content.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { addSealed, type Sealing, sealNotes } from "../../../../src/live/walls/seal-notes.ts";
import { wallingWriter } from "../../../../src/live/walls/walling-writer.ts";
import type { Writer } from "../../../../src/store/writer.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const at = "2026-11-24T09:00:00.000Z";
let couple: TwoPhones;
let records: Records;
let writer: Writer;
let sealing: Sealing;
let sealed: NoteContent[];
let hasKey: boolean;
beforeEach(async () => {
  couple = await openTwoPhones();
  const { store } = couple.ann;
  records = openRecords(store, [site]);
  [sealed, hasKey] = [[], true];
  sealing = {
    sealNote: async (content) => {
      if (!hasKey) return undefined;
      sealed.push(content);
      return btoa(`box ${sealed.length}`);
    },
    author: () => ({ by: "ann", device: "ann1", at }),
    newId: (prefix) => `${prefix}:${sealed.length}`,
  };
  writer = wallingWriter(store, records, sealing);
});
afterEach(async () => {
  records.close();
  await couple.close();
});

const notes = () => [...records.table(site, "sealedNote").rows().values()] as SealedNote[];
const woman = () => records.table(site, "person").get("person:woman") as Person;
const tick = (needFlags: Person["needFlags"]) =>
  writer.change(site, "person:woman", (before: Person) => ok({ ...before, needFlags } as Person));

test("A woman is registered with what was ticked sealed beside her, in one write", async () => {
  await writer.add(site, [aPerson("woman", { needFlags: ["pregnant", "talk_private", "interpreter"] })]);
  expect(woman()).toMatchObject({ needFlags: ["interpreter"], placeMarks: ["lower_bunk"] });
  expect(notes()).toMatchObject([
    { personId: "person:woman", at, box: btoa("box 1") },
    { personId: "person:woman", box: btoa("box 2") },
  ]);
  expect(sealed).toEqual([{ topic: "health", needs: ["pregnant"] }, { topic: "talk_private" }]);
});

test("So is what a correction ticks later; what was ticked before is not sealed again", async () => {
  await writer.add(site, [aPerson("woman", { needFlags: ["pregnant"] })]);
  await tick(["medicine", "interpreter"]);
  expect(sealed.at(-1)).toEqual({ topic: "health", needs: ["medicine"] });
  expect(woman()).toMatchObject({ needFlags: ["interpreter"], placeMarks: ["lower_bunk"] });
  await tick(["interpreter", "pet"]);
  expect(sealed).toHaveLength(2);
});

test("Without the server's key nothing is lost: the record keeps it, and the server moves it", async () => {
  hasKey = false;
  await writer.add(site, [aPerson("woman", { needFlags: ["talk_private"] })]);
  expect(woman().needFlags).toEqual(["talk_private"]);
  expect(notes()).toEqual([]);
});

test("What cannot be saved seals nothing away", async () => {
  await writer.add(site, [aPerson("woman")]);
  const refused = await writer.change(site, "person:woman", () => ({ ok: false, error: { type: "Refused" } }) as never);
  expect(refused).toMatchObject({ ok: false });
  expect(notes()).toEqual([]);
});

test("What arrives from another phone while a note is sealed is not taken away unsealed", async () => {
  const { store } = couple.ann;
  const later = wallingWriter(store, records, {
    sealNote: async (content) => {
      sealed.push(content);
      await store.change(site, "person:woman", (before: Person) =>
        ok({ ...before, needFlags: ["medicine"] } as Person),
      );
      return btoa("box");
    },
    author: () => ({ by: "ann", device: "ann1", at }),
    newId: (prefix) => `${prefix}:r${sealed.length}`,
  });
  await store.add(site, [aPerson("woman")]);
  await later.change(site, "person:woman", (before: Person) =>
    ok({ ...before, needFlags: [...(before.needFlags ?? []), "pregnant"] } as Person),
  );
  const kept = [...(woman().needFlags ?? []), ...sealed.flatMap(({ needs = [] }) => needs)];
  expect(kept).toContain("medicine");
});

test("A note whose id was decided before is made once, however often it is saved", async () => {
  await writer.add(site, [aPerson("woman")]);
  const whose = { site: "medyka", personId: "person:woman" } as const;
  const save = async () => {
    const made = await sealNotes(
      sealing,
      whose,
      [{ topic: "other", text: "зателефонувати сестрі" }],
      ["sealed-note:1"],
    );
    return addSealed(writer, site, made ?? []);
  };
  expect(await Promise.all([save(), save()])).toEqual([true, true]);
  expect(await save()).toBe(true);
  expect(notes()).toHaveLength(1);
});
