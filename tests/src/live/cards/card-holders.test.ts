import { afterEach, beforeEach, expect, test } from "vitest";
import type { NewDocument } from "../../../../src/domain/merge/new-document.ts";
import { numberInSeries } from "../../../../src/domain/numbers/number-series.ts";
import { signalOf } from "../../../../src/features/cards/use-answer.ts";
import { holderOf, holdersOf, mayNotLeave, mergedRecords } from "../../../../src/live/cards/card-holders.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const [own = "", card = "", lost = ""] = [0, 1, 2].map((place) => numberInSeries(20_450, place));
let couple: TwoPhones;
let records: Records;
beforeEach(async () => {
  couple = await openTwoPhones();
  records = openRecords(couple.ann.store, [site]);
});
afterEach(async () => {
  records.close();
  await couple.close();
});

const add = (...drafts: readonly NewDocument[]) => couple.ann.store.add(site, drafts);
const held = (number: string) => holdersOf(records, ["medyka"], number);

test("A person is found by the own number and by each card, and a lost one says so", async () => {
  await add(aPerson("woman", { regNo: own, cards: [card], lostCards: [lost] }));
  expect([own, card, lost].map((number) => held(number).map(({ holder, isLost }) => [holder._id, isLost]))).toEqual([
    [["person:woman", false]],
    [["person:woman", false]],
    [["person:woman", true]],
  ]);
  expect([own, lost, numberInSeries(20_450, 9)].map((number) => signalOf(held(number)))).toEqual([
    "good",
    "stop",
    "ask",
  ]);
});

test("A number that two phones gave to two people asks, and opens neither by itself", async () => {
  await add(aPerson("woman", { cards: [card] }), aPerson("man", { cards: [card] }));
  expect(held(card)).toHaveLength(2);
  expect(signalOf(held(card))).toBe("ask");
});

test("The number of a record that was merged leads to the one that is used", async () => {
  await add(
    aPerson("first", { regNo: own, mergedInto: "person:second" }),
    aPerson("second", { regNo: card, mergedFrom: ["person:first"] }),
  );
  expect(held(own)).toMatchObject([{ holder: { _id: "person:second" }, isMerged: true, isGone: false }]);
});

test("A child who is alone may not leave, whatever card it shows", async () => {
  const birth = { precision: "day", date: "2018-05-12" };
  await add(
    aPerson("girl", { regNo: own, birth, noParentSince: "2026-11-24T09:00:00.000Z" }),
    aPerson("woman", { birth: { ...birth, date: "1990-01-01" } }),
  );
  const [girl, woman] = ["girl", "woman"].map((key) => holderOf(records, "medyka", `person:${key}`));
  expect([girl, woman].map((one) => one && mayNotLeave(records, one, "2026-11-24"))).toEqual([true, false]);
});

test("Cards of records that were merged into one, also by way of another, are found from it", async () => {
  await add(
    aPerson("first", { cards: [card], mergedInto: "person:second" }),
    aPerson("second", { mergedInto: "person:third", mergedFrom: ["person:first"] }),
    aPerson("third", { mergedFrom: ["person:second"] }),
  );
  expect(mergedRecords(records, "medyka", "person:third").map(({ _id }) => _id)).toEqual([
    "person:second",
    "person:first",
  ]);
});

test("A withdrawn record is known and lets nobody in", async () => {
  await add(aPerson("woman", { regNo: own, withdrawn: "mistake", withdrawnAt: "2026-11-24T09:00:00.000Z" }));
  expect(held(own)).toMatchObject([{ isGone: true }]);
  expect(signalOf(held(own))).toBe("stop");
});
