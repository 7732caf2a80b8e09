import { expect, test } from "vitest";
import { otherFirst, phoneRemark } from "../../../../src/domain/numbers/phone-remarks.ts";
import { phoneText } from "../../../../src/domain/numbers/phone-text.ts";

test.each([
  ["", undefined],
  ["+48 500 000 012", undefined],
  ["8-067-123-45-67", undefined],
  ["+38(067)123 45 67", undefined],
  ["+48 500 000 012 / +48 500 000 034", { type: "two", first: "+48 500 000 012", other: "+48 500 000 034" }],
  ["500000012;500000034", { type: "two", first: "500000012", other: "500000034" }],
  ["22 123 45 67 wew. 12", { type: "withNote", phone: "22 123 45 67" }],
  ["0671234567 внутр. 12", { type: "withNote", phone: "0671234567" }],
  ["мама 067 123 45 67", { type: "withNote", phone: "067 123 45 67" }],
  ["+380671234567 Viber", { type: "withNote", phone: "+380671234567" }],
  ["абвгд", { type: "noNumber" }],
  ["123", { type: "noNumber" }],
  ["12345678901234567890", { type: "noNumber" }],
  ["694 000 73", { type: "noNumber" }],
  ["112", { type: "emergency", phone: "112" }],
  ["1-1-2", { type: "emergency", phone: "1-1-2" }],
  ["116 111", { type: "emergency", phone: "116 111" }],
])("What is said of %j", (typed, remark) => {
  expect(phoneRemark(typed)).toEqual(remark);
});

test("The other of two numbers is put first, and all else stays where it is", () => {
  expect(otherFirst("мама 500000012, тато 500000034")).toBe("мама 500000034, тато 500000012");
  expect(otherFirst("500000012")).toBe("500000012");
});

test.each([
  [{ raw: "067 123 45 67", e164: "+380671234567" }, "+380671234567"],
  [{ raw: "8-067-123-45-67", e164: "+380671234567" }, "+380671234567"],
  [{ raw: "0048 500 000 012", e164: "+48500000012" }, "+48500000012"],
  [{ raw: "22 123 45 67, 12", e164: "+48221234567" }, "22 123 45 67, 12 (+48221234567)"],
  [{ raw: "0671234567 мама", e164: "+380671234567" }, "0671234567 мама (+380671234567)"],
  [{ raw: "123" }, "123"],
])("An extension or a remark is shown with the number: %j", (phone, text) => {
  expect(phoneText(phone)).toBe(text);
});
