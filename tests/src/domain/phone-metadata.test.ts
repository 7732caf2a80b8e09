import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/core";
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import metadata from "libphonenumber-js/metadata.min.json" with { type: "json" };
import { expect, test } from "vitest";
import { withoutFormats } from "../../../vite.config.ts";

const whole = metadata as Parameters<typeof withoutFormats>[0];
const slim = withoutFormats(whole);
const judged = (number: string, country: CountryCode, known: typeof whole) => {
  const parsed = parsePhoneNumberFromString(number, { defaultCountry: country }, known);
  return { e164: parsed?.number, isValid: parsed?.isValid() };
};

test("Numbers of every country are judged as with all of the metadata, right ones and wrong ones", () => {
  const numbers = Object.entries(examples as Record<string, string>);
  expect(numbers.length).toBeGreaterThan(200);
  for (const [country, number] of numbers)
    for (const typed of [number, `0${number}`, number.slice(1), `${number}7`, number.replace(/.$/, "00")])
      expect(judged(typed, country as CountryCode, slim), `a number of ${country}`).toEqual(
        judged(typed, country as CountryCode, whole),
      );
  expect(JSON.stringify(slim).length).toBeLessThan(JSON.stringify(whole).length / 2);
});
