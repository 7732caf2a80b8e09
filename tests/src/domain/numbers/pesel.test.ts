import fc from "fast-check";
import { expect, test } from "vitest";
import { readPesel } from "../../../../src/domain/numbers/pesel.ts";
import vectors from "../test-vectors.json";

test.each(vectors.pesel)("%s: valid %s, born %s, %s", (number, valid, birthDate, sex) => {
  const pesel = readPesel(String(number));
  expect(pesel).toEqual(
    valid
      ? { ok: true, value: { birthDate, sex: String(sex).toLowerCase() } }
      : { ok: false, error: { type: "WrongCheckDigit" } },
  );
});

test("Other texts are named for what is wrong", () => {
  expect(readPesel("8507121234")).toEqual({ ok: false, error: { type: "NotElevenDigits" } });
  expect(readPesel("85023012346")).toEqual({ ok: false, error: { type: "ImpossibleDate" } });
  expect(readPesel("850712 12347").ok).toBe(true);
});

test("Any one wrong digit is found", () => {
  fc.assert(
    fc.property(fc.nat(10), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digits = [..."85071212347"];
      digits[place] = String((Number(digits[place]) + shift) % 10);
      expect(readPesel(digits.join("")).ok).toBe(false);
    }),
  );
});
