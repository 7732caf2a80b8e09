import { expect, test } from "vitest";
import { readRnokpp } from "../../../../src/domain/numbers/rnokpp.ts";
import vectors from "../test-vectors.json";

test.each(vectors.rnokpp)("%s: valid %s, born %s, %s", (number, valid, birthDate, sex) => {
  expect(readRnokpp(String(number))).toEqual(
    valid
      ? { ok: true, value: { birthDate, sex: String(sex).toLowerCase() } }
      : { ok: false, error: { type: "WrongCheckDigit" } },
  );
});

test("Nine digits are not a tax number", () => {
  expect(readRnokpp("175901377")).toEqual({ ok: false, error: { type: "NotTenDigits" } });
});
