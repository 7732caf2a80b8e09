import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePhoneNumber } from "../../../../src/domain/numbers/phone-number.ts";

test.each([
  ["0501234567", "UA", "+380501234567"],
  ["+38(067)123 45 67", "PL", "+380671234567"],
  ["512345678", "PL", "+48512345678"],
  ["48512345678", "PL", "+48512345678"],
  ["0671234567", "PL", "+380671234567"],
  ["8-067-123-45-67", "UA", "+380671234567"],
  ["80671234567", "PL", "+380671234567"],
  ["380671234567", "PL", "+380671234567"],
  ["512 345 678", "UA", "+380512345678"],
] as const)("%s with the flag of %s is %s", (raw, country, e164) => {
  expect(parsePhoneNumber(raw, country)).toEqual({ raw, e164 });
});

test.each(["112", "116111", "050 000", "694 000 73", "not known", ""])("%s keeps only its raw form", (raw) => {
  expect(parsePhoneNumber(raw)).toEqual({ raw });
});

test("Whatever is typed is kept", () => {
  fc.assert(fc.property(fc.string(), (raw) => parsePhoneNumber(raw).raw === raw.trim()));
});
