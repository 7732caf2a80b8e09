import { expect, test } from "vitest";
import { firstLanguage } from "../../../src/i18n/first-language.ts";

const nothing = { asked: null, remembered: null, preferred: [] };

test("The address wins over what is remembered, and that over the browser", () => {
  expect(firstLanguage({ asked: "pl", remembered: "en", preferred: ["uk"] })).toBe("pl");
  expect(firstLanguage({ asked: "xx", remembered: "en", preferred: ["uk"] })).toBe("en");
  expect(firstLanguage({ ...nothing, preferred: ["de-DE", "pl-PL", "en"] })).toBe("pl");
});

test("Ukrainian when nothing fits", () => {
  expect(firstLanguage(nothing)).toBe("uk");
  expect(firstLanguage({ ...nothing, preferred: ["de", "fr"] })).toBe("uk");
});

test("Who may be Ukrainian is never given Russian unasked", () => {
  expect(firstLanguage({ ...nothing, preferred: ["ru-UA", "en"] })).toBe("uk");
  expect(firstLanguage({ ...nothing, preferred: ["ru", "uk"] })).toBe("uk");
  expect(firstLanguage({ ...nothing, preferred: ["ru-RU", "en"] })).toBe("ru");
  expect(firstLanguage({ asked: "ru", remembered: null, preferred: ["ru-UA"] })).toBe("ru");
});
