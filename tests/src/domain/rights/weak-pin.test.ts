import { expect, test } from "vitest";
import { weaknessOf } from "../../../../src/domain/rights/weak-pin.ts";

test.each([
  ["fewDigits", ["000000", "999999", "121212", "000001", "111222", "100000"]],
  ["run", ["123456", "654321", "012345", "987654", "890123", "210987"]],
  ["repeated", ["123123", "908908", "112233", "998877", "001122"]],
  [undefined, ["482915", "102938", "135790", "123457", "123321", "112234"]],
] as const)("%s: PINs that are guessed first are told by their reason, others have none", (weakness, pins) => {
  expect(pins.map(weaknessOf)).toEqual(pins.map(() => weakness));
});

test("Few PINs of the million are refused", () => {
  const everyTenth = Array.from({ length: 100_000 }, (_, pin) => `${String(pin).padStart(5, "0")}${pin % 7}`);
  expect(everyTenth.filter(weaknessOf).length).toBeLessThan(600);
});
