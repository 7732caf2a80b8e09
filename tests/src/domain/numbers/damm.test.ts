import fc from "fast-check";
import { expect, test } from "vitest";
import { dammDigit } from "../../../../src/domain/numbers/damm.ts";
import vectors from "../test-vectors.json";

const digits = fc.stringMatching(/^\d{8}$/);
const withCheck = (text: string): string => text + dammDigit(text);

test.each(vectors.damm)("The check digit of %s is %s", (number, digit) => {
  expect(dammDigit(String(number))).toBe(digit);
});

test("With its check digit every number is in order", () => {
  fc.assert(fc.property(digits, (text) => dammDigit(withCheck(text)) === 0));
});

test("Every single wrong digit is found", () => {
  fc.assert(
    fc.property(digits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
      const wrong = [...withCheck(text)];
      wrong[place] = String((Number(wrong[place]) + shift) % 10);
      expect(dammDigit(wrong.join(""))).not.toBe(0);
    }),
  );
});

test("Every swap of two different neighbours is found", () => {
  fc.assert(
    fc.property(digits, fc.nat(7), (text, place) => {
      const right = [...withCheck(text)];
      fc.pre(right[place] !== right[place + 1]);
      const wrong = [...right];
      [wrong[place], wrong[place + 1]] = [right[place + 1] ?? "", right[place] ?? ""];
      expect(dammDigit(wrong.join(""))).not.toBe(0);
    }),
  );
});
