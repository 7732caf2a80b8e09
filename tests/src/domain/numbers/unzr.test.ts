import { expect, test } from "vitest";
import { readUnzr } from "../../../../src/domain/numbers/unzr.ts";
import vectors from "../test-vectors.json";

test.each(vectors.unzr)("%s: valid %s", (number, valid) => {
  expect(readUnzr(String(number)).ok).toBe(valid);
});

test("A registry number tells the birth date, with or without its hyphen", () => {
  expect(readUnzr("1985071201233")).toEqual({ ok: true, value: { birthDate: "1985-07-12" } });
});

test("What is wrong is named", () => {
  expect(readUnzr("19851312-01233")).toEqual({ ok: false, error: { type: "ImpossibleDate" } });
  expect(readUnzr("19850712-0123")).toEqual({ ok: false, error: { type: "NotThirteenDigits" } });
  expect(readUnzr("19850712-01234")).toEqual({ ok: false, error: { type: "WrongCheckDigit" } });
});
