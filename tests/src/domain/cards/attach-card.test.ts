import { expect, test } from "vitest";
import { attachCard, loseCard } from "../../../../src/domain/cards/attach-card.ts";
import { allNumbersOf, type CardHolder, isLostCard } from "../../../../src/domain/cards/cards.ts";
import { numberInSeries } from "../../../../src/domain/numbers/number-series.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const [own, card, other] = [0, 1, 2].map((place) => numberInSeries(20_450, place)) as [string, string, string];
const person = (id: string, more: object) =>
  aDocument("person", id, { site: "medyka", sex: "f", recordState: "quick", ...more }) as unknown as CardHolder;
const oksana = person("oksana", { regNo: own });
const itself = (holder: CardHolder) => ({ owner: holder, holder });
const attached = (holder: CardHolder, number: string, holders: readonly CardHolder[] = []) => {
  const done = attachCard(holder, number, holders.map(itself));
  if (!done.ok) throw new Error(done.error.type);
  return done.value;
};

test("A card that was printed before finds the person beside the own number", () => {
  expect(allNumbersOf(attached(oksana, `RR1:${card}`))).toEqual([own, card]);
});

test("A number is refused that is wrong, theirs already, or another's", () => {
  const wrong = `${card.slice(0, 8)}${(Number(card[8]) + 1) % 10}`;
  expect(attachCard(oksana, wrong, [])).toMatchObject({ error: { type: "WrongCheckDigit" } });
  expect(attachCard(oksana, own, [itself(oksana)])).toMatchObject({ error: { type: "AlreadyTheirs" } });
  const petro = person("petro", { cards: [card] });
  expect(attachCard(oksana, card, [itself(petro)])).toMatchObject({
    error: { type: "HeldByOthers", ids: ["person:petro"] },
  });
});

test("A lost card still tells whose it was, and is given to nobody again", () => {
  const done = loseCard(attached(attached(oksana, card), other), card);
  if (!done.ok) throw new Error("refused");
  const lost = done.value;
  expect(lost).toMatchObject({ cards: [other], lostCards: [card] });
  expect(allNumbersOf(lost)).toContain(card);
  expect(isLostCard(lost, card)).toBe(true);
  expect(attachCard(lost, card, [itself(lost)])).toMatchObject({ error: { type: "ReportedLost" } });
  expect(attachCard(person("petro", {}), card, [itself(lost)])).toMatchObject({ error: { type: "ReportedLost" } });
  expect(loseCard(lost, card)).toEqual({ ok: true, value: lost });
});

test("However many cards are lost, none of them is ever good again", () => {
  let holder = oksana;
  for (let place = 1; place <= 15; place++) {
    const lost = loseCard(attached(holder, numberInSeries(20_450, place)), numberInSeries(20_450, place));
    if (!lost.ok) throw new Error(lost.error.type);
    holder = lost.value;
  }
  expect(attachCard(person("petro", {}), numberInSeries(20_450, 1), [itself(holder)])).toMatchObject({
    error: { type: "ReportedLost" },
  });
});

test("A card of a record that was merged into this one is theirs already, and a lost one stays lost", () => {
  const merged = { owner: person("old", { cards: [card], lostCards: [other] }), holder: oksana };
  expect(attachCard(oksana, card, [merged])).toMatchObject({ error: { type: "AlreadyTheirs" } });
  expect(attachCard(oksana, other, [merged])).toMatchObject({ error: { type: "ReportedLost" } });
  expect(attachCard(person("petro", {}), other, [merged])).toMatchObject({ error: { type: "ReportedLost" } });
});

test("The own number may be on a card that is lost, too", () => {
  expect(loseCard(oksana, own)).toMatchObject({ value: { regNo: own, lostCards: [own] } });
});
