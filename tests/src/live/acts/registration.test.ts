import { afterEach, beforeEach, expect, test } from "vitest";
import { editPerson } from "../../../../src/domain/intake/edit-person.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { checkIn } from "../../../../src/domain/roster/stay-commands.ts";
import { beginAct, type RunningAct } from "../../../../src/live/acts/begin-act.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { rosterOf } from "../../../../src/live/roster/roster-view.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aPerson, register, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const doing = { by: "ann", at: "2026-11-24T09:00:00.000Z" };
const bed = aDocument("bed", "1", { bedKind: "single" });
let couple: TwoPhones;
let records: Records;
let act: RunningAct;

beforeEach(async () => {
  couple = await openTwoPhones();
  await couple.server.couch.post("directory/_bulk_docs", { docs: [aDocument("room", "1"), bed] });
  await couple.ann.sync();
  records = openRecords(couple.ann.store, ["directory", site]);
  act = beginAct({ records, writer: couple.ann.store });
});
afterEach(async () => {
  records.close();
  await couple.close();
});
const person = (key: string) => records.table(site, "person").get(`person:${key}`) as Person;

test("A completion that is taken back after it was sent keeps the longer term: whatever is noted then still arrives", async () => {
  const { ann, ben } = couple;
  await register(ann, "1", {
    givenName: undefined,
    familyName: "Рижко",
    birth: { precision: "day", date: "2019-01-01" },
    expiresAt: "2026-12-31",
  });
  await ann.sync();
  const basis = { isInformed: true, today: "2026-12-01", needs: undefined };
  await act.change(site, "person:1", (current: Person) => editPerson(current, { givenName: "Оля" }, basis) as never);
  const { expiresAt } = person("1");
  await ann.sync();
  expect(await act.takeBack(false)).toEqual({ type: "done" });
  expect(person("1")).toMatchObject({ recordState: "quick", expiresAt });
  expect(person("1").givenName).toBeUndefined();
  await ann.store.change(site, "person:1", (current: Person) => ok({ ...current, childCare: "nobody" } as never));
  await ann.sync();
  await ben.sync();
  expect([ann.status.refused, ben.store.rows(site).get("person:1")?.document.childCare]).toEqual([0, "nobody"]);
});

test("Somebody who was given a bed or a seat since they were registered is not taken back without a question", async () => {
  const { ann, ben } = couple;
  await act.add(site, [aPerson("kid")]);
  await ann.sync();
  await ben.sync();
  const there = ben.store.rows(site).get("person:kid")?.document as unknown as Person;
  const made = checkIn(there, bed, [], { ...doing, by: "ben" });
  if (made.ok) await ben.store.add(site, made.value);
  const seat = aDocument("line", "1", { personId: "person:kid", site: "medyka", tripId: "trip:1" });
  await couple.server.couch.post(`${site}/_bulk_docs`, { docs: [seat] });
  for (const phone of [ben, ann]) await phone.sync();
  const asked = await act.takeBack(false);
  expect(asked.type === "asks" && asked.later.map(({ kind }) => kind).sort()).toEqual(["line", "stay"]);
  expect(rosterOf(records, "medyka").residents.has("person:kid")).toBe(true);
  expect(person("kid").voided).toBeUndefined();
});

test("A form that is saved once more after it was taken back here is saved", async () => {
  const draft = { ...aPerson("kid"), begins: true };
  await act.add(site, [draft]);
  expect(await act.takeBack(true)).toEqual({ type: "done" });
  expect(person("kid").voided).toBe("mistake");
  await beginAct({ records, writer: couple.ann.store }).add(site, [draft]);
  expect(person("kid").voided).toBeUndefined();
});
