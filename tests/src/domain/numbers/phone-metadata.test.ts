import { type CountryCode, getCountryCallingCode, parsePhoneNumberFromString } from "libphonenumber-js/core";
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import metadata from "libphonenumber-js/metadata.min.json" with { type: "json" };
import { expect, test } from "vitest";
import { withoutFormats } from "../../../../vite.config.ts";

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
      for (const as of [typed, `+${getCountryCallingCode(country as CountryCode, whole)}${typed}`, `00${typed}`])
        for (const here of ["PL", "UA"] as const)
          expect(judged(as, here, slim), `a number of ${country}`).toEqual(judged(as, here, whole));
  expect(JSON.stringify(slim).length).toBeLessThan(JSON.stringify(whole).length / 2);
});

test("The library keeps formats and the ways to dial abroad where they are taken out by position", () => {
  const [, dialledAbroad, , , formats] = whole.countries.PL as unknown as readonly unknown[];
  expect(dialledAbroad).toBe("00");
  expect(formats).toEqual(
    expect.arrayContaining([[expect.stringContaining("(\\d{"), expect.stringContaining("$1"), expect.anything()]]),
  );
});
