import { expect, test } from "vitest";
import {
  answerTo,
  type DepartureAnswer,
  gone,
  isAnswered,
} from "../../../../../src/features/roster/residents/departures.ts";
import { aDocument } from "../../../../support/data/a-document.ts";

const [one, other] = [aDocument("person", "one"), aDocument("person", "other")];
const olha = { chosen: "person:olha", hasLeft: "" };
const adults = [{ key: "person:olha", name: "Olha", isConfirmed: true }];

test("An answer for one child does not stand for another who is asked about with it", () => {
  const both = { children: [one, other], adults };
  expect(isAnswered(answerTo(both, { [one._id]: olha }))).toBe(false);
  expect(isAnswered(answerTo(both, { [other._id]: olha }))).toBe(false);
  expect(answerTo(both, { [one._id]: olha, [other._id]: olha })).toEqual(olha);
});

test("That a child has gone is an answer only with words", () => {
  const answered = (answer: DepartureAnswer) =>
    isAnswered(answerTo({ children: [one], adults: [] }, { [one._id]: answer }));
  expect(answered({ chosen: gone, hasLeft: " " })).toBe(false);
  expect(answered({ chosen: gone, hasLeft: "Lviv" })).toBe(true);
});

test("An adult who is not offered any more was not chosen", () => {
  expect(isAnswered(answerTo({ children: [one], adults: [] }, { [one._id]: olha }))).toBe(false);
});

test("Words written for one child stay when another is asked about with it", () => {
  const said = { chosen: gone, hasLeft: "Lviv" };
  expect(answerTo({ children: [other, one], adults: [] }, { [one._id]: said })).toEqual({
    chosen: undefined,
    hasLeft: "Lviv",
  });
});
