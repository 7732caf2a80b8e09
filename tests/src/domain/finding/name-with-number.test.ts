import { expect, test } from "vitest";
import { meansBed } from "../../../../src/domain/finding/place-code.ts";

test("A name with an age behind it means no bed", () => {
  expect(meansBed("ліжко 12", "12", undefined)).toBe(true);
  expect(meansBed("Коваль 34", "34", undefined)).toBe(false);
});
