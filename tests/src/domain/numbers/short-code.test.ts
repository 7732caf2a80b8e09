import fc from "fast-check";
import { expect, test } from "vitest";
import { formatShortCode, parseShortCode, shortCode } from "../../../../src/domain/numbers/short-code.ts";

test("A code is the device, its counter and a check digit, read in threes", () => {
  expect(shortCode(1052, 2)).toBe("105200020");
  expect(formatShortCode("105200020")).toBe("105 200 020");
});

test.each(["105200020", "105 200 020", " 105-200-020 ", "RR1:105200020", "105\u00a0200\u00a0020"])(
  "%s is read",
  (text) => {
    expect(parseShortCode(text)).toEqual({ ok: true, value: { code: "105200020", block: 1052, counter: 2 } });
  },
);

test("A slip of the finger and half a code are named", () => {
  expect(parseShortCode("105 200 021")).toEqual({ ok: false, error: { type: "WrongCheckDigit" } });
  expect(parseShortCode("105 200")).toEqual({ ok: false, error: { type: "NotNineDigits" } });
});

test("What is made can be read", () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(9999), (block, counter) => {
      const code = shortCode(block, counter);
      expect(parseShortCode(formatShortCode(code))).toEqual({ ok: true, value: { code, block, counter } });
    }),
  );
});

test("A fifth digit is a mistake of the program", () => {
  expect(() => shortCode(10_000, 1)).toThrow(RangeError);
});
