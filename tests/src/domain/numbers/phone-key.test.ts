import { expect, test } from "vitest";
import { phoneEnd, phoneKey, phoneKeys } from "../../../../src/domain/numbers/phone-key.ts";
import { parsePhoneNumber } from "../../../../src/domain/numbers/phone-number.ts";

test.each(["+380671234567", "067 123 45 67", "(067) 123-45-67", "8-067-123-45-67", "380 67 1234567", "671234567"])(
  "%s has the key of its number, and finds it",
  (typed) => {
    expect(phoneKey(parsePhoneNumber(typed))).toBe("671234567");
    expect(phoneEnd(typed)).toBe("671234567");
  },
);

test("The last four digits and more are an end; words and less are none", () => {
  expect(phoneEnd("4567")).toBe("4567");
  expect(phoneEnd("45 67")).toBe("4567");
  expect(phoneEnd("123-45-67")).toBe("1234567");
  expect(phoneEnd("567")).toBeUndefined();
  expect(phoneEnd("Олена 4567")).toBeUndefined();
  expect(phoneEnd("")).toBeUndefined();
});

test("Each of two numbers in one box has a key; what is no number has none", () => {
  expect(phoneKeys({ raw: "067 123 45 67, 500 000 012", e164: "+380671234567" })).toEqual(["671234567", "500000012"]);
  expect(phoneKeys({ raw: "112" })).toEqual([]);
});
