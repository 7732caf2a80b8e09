import { afterEach, beforeEach, expect, test } from "vitest";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { beginAct } from "../../../../src/live/acts/begin-act.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { wallingWriter } from "../../../../src/live/walls/walling-writer.ts";
import type { Writer } from "../../../../src/store/writer.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const at = "2026-11-24T09:00:00.000Z";
let couple: TwoPhones;
let records: Records;
let writer: Writer;
let count = 0;

beforeEach(async () => {
  couple = await openTwoPhones();
  records = openRecords(couple.ann.store, ["directory", site]);
  writer = wallingWriter(couple.ann.store, records, {
    sealNote: async () => btoa("box"),
    author: () => ({ by: "ann", device: "ann1", at }),
    newId: (prefix) => {
      count += 1;
      return `${prefix}:${count}`;
    },
  });
});
afterEach(async () => {
  records.close();
  await couple.close();
});
const person = (key: string) => records.table(site, "person").get(`person:${key}`) as Person;

test("A form that is saved again with something sealed, and taken back, leaves each record as it was", async () => {
  await writer.add(site, [aPerson("1"), aPerson("2", { givenName: "Ліна" })]);
  const act = beginAct({ records, writer });
  await act.add(site, [aPerson("1", { needFlags: ["pregnant"] }), aPerson("2", { givenName: "Ліна", sex: "f" })]);
  await act.takeBack(true);
  expect(person("1").voided).toBeUndefined();
  expect(person("2").voided).toBeUndefined();
  expect(person("2").sex).toBeUndefined();
  for (const note of records.table(site, "sealedNote").rows().values()) expect(note).not.toHaveProperty("givenName");
});

test("A registration is taken back without a question also once its notes have reached their readers", async () => {
  const { ann, server } = couple;
  const act = beginAct({ records, writer });
  await act.add(site, [aPerson("1", { needFlags: ["pregnant"] })]);
  await ann.sync();
  const [note] = [...records.table(site, "sealedNote").rows().values()] as unknown as Document[];
  await couple.ben.sync();
  expect(note?._id).toBeDefined();
  const { body } = await server.couch.get<Document>(`${site}/${encodeURIComponent(String(note?._id))}`);
  const { box: _box, ...emptied } = body as Document & { box?: string };
  const stamps = { ...body.stamps, own: { box: "2.prystanserver" }, seen: { ...body.stamps.seen, prystanserver: 2 } };
  const edits = { ...body.stamps.edits, "2.prystanserver": ["prystan", at] };
  const put = await server.couch.put(`${site}/${encodeURIComponent(body._id)}`, {
    ...emptied,
    stamps: { ...stamps, edits },
  });
  expect(put.status).toBe(201);
  await ann.sync();
  expect(await act.takeBack(false)).toEqual({ type: "done" });
  void ok;
});
