import fc from "fast-check";
import { expect, test } from "vitest";
import { isOfEitherCountry, parsePhoneNumber } from "../../../../src/domain/numbers/phone-number.ts";
import { telHref } from "../../../../src/domain/numbers/tel-href.ts";

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

test.each([
  ["500 000 012", undefined],
  ["512345678", undefined],
  ["0512345678", "+380512345678"],
  ["+48 500 000 012", "+48500000012"],
  ["48500000012", "+48500000012"],
  ["380671234567", "+380671234567"],
] as const)("%s, of which nobody said the country, is %s", (raw, e164) => {
  expect(parsePhoneNumber(raw)).toEqual(e164 ? { raw, e164 } : { raw });
  expect(isOfEitherCountry(raw)).toBe(e164 === undefined);
});

test.each([
  ["+48 500 000 012 / +48 500 000 034", "+48500000012"],
  ["0671234567, 0501234567", "+380671234567"],
  ["+380671234567 (мама) +380501234567", "+380671234567"],
  ["+48 22 123 45 67 wew. 12", "+48221234567"],
])("Of %s the first is dialled, and all of it is kept", (raw, e164) => {
  expect(parsePhoneNumber(raw)).toEqual({ raw, e164 });
  expect(telHref(raw)).toBe(`tel:${raw.startsWith("+") ? e164 : "0671234567"}`);
});

test.each(["112", "116111", "050 000", "694 000 73", "not known", ""])("%s keeps only its raw form", (raw) => {
  expect(parsePhoneNumber(raw)).toEqual({ raw });
});

test("Whatever is typed is kept", () => {
  fc.assert(fc.property(fc.string(), (raw) => parsePhoneNumber(raw).raw === raw.trim()));
});
