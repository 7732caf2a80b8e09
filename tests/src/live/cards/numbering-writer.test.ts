import { afterEach, beforeEach, expect, test } from "vitest";
import type { Group } from "../../../../src/domain/model/kinds/group.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { numberInSeries } from "../../../../src/domain/numbers/number-series.ts";
import { numberingWriter } from "../../../../src/live/cards/numbering-writer.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

let couple: TwoPhones;
let records: Records;
let given: number;
beforeEach(async () => {
  couple = await openTwoPhones();
  records = openRecords(couple.ann.store, [site]);
  given = 0;
});
afterEach(async () => {
  records.close();
  await couple.close();
});

const inOrder = async (count: number) => Array.from({ length: count }, () => numberInSeries(20_450, given++));
const writerWith = (take = inOrder) => numberingWriter(couple.ann.store, records, take);
const woman = () => records.table(site, "person").get("person:woman") as Person;

test("Whoever is registered gets a number, and saving again keeps it", async () => {
  const writer = writerWith();
  await writer.add(site, [aPerson("woman"), aPerson("girl")]);
  const first = woman().regNo;
  expect(first).toBe(numberInSeries(20_450, 0));
  await writer.add(site, [aPerson("woman"), aPerson("man")]);
  expect(woman().regNo).toBe(first);
  const numbers = [...records.table(site, "person").rows().values()].map((person) => (person as Person).regNo);
  expect(new Set(numbers).size).toBe(3);
});

test("A group has one, too, and other documents have none", async () => {
  const group = {
    kind: "group",
    id: "group:1",
    content: {
      site: "medyka",
      arrivedAt: "2026-11-24T09:00:00.000Z",
      keepTogether: true,
      counts: { "f|18_59": 8 },
      expiresAt: "2027-01-01",
    },
  };
  await writerWith().add(site, [group]);
  expect((records.table(site, "group").get("group:1") as Group).groupNo).toBe(numberInSeries(20_450, 0));
  expect(given).toBe(1);
});

test("Where no number is left, or none can be written down, the record is saved all the same", async () => {
  await writerWith(async () => []).add(site, [aPerson("woman")]);
  expect(woman()).toMatchObject({ givenName: "Оля" });
  expect(woman().regNo).toBeUndefined();
  const broken = writerWith(async () => Promise.reject(new Error("no room")));
  expect((await broken.add(site, [aPerson("girl")])).ok).toBe(true);
});

test("A correction gives no number", async () => {
  await writerWith(async () => []).add(site, [aPerson("woman")]);
  await writerWith().change(site, "person:woman", (before: Person) => ok({ ...before, givenName: "Ольга" } as Person));
  expect(woman().regNo).toBeUndefined();
});
