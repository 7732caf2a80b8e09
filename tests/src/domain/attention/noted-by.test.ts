import { expect, test } from "vitest";
import { notedBy } from "../../../../src/domain/attention/noted-by.ts";

test("Whoever an act names, the account that wrote it is told", () => {
  expect(notedBy({ by: "olena", createdBy: "olena" })).toBe("olena");
  expect(notedBy({ by: "olena", createdBy: "mallory" })).toBe("olena (mallory)");
});
