import { expect, test } from "vitest";
import { newId } from "../../../../src/domain/model/new-id.ts";

const random = new Uint8Array(16).map((_, place) => place * 17);

test("Ids are sorted by the millisecond in which they were made", () => {
  const made = [0, 31, 32, 1_796_000_000_000, 1_796_000_000_001].map((at) => newId("group", at, random));
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(5);
});

test.each([1_796_000_000_000.5, 0.1, 31.999])("A part of a millisecond (%d) leaves an id whole", (at) => {
  expect(newId("group", at, random)).toBe(newId("group", Math.floor(at), random));
  expect(newId("group", at, random)).toMatch(/^group:[0-9a-z]{26}$/);
});
