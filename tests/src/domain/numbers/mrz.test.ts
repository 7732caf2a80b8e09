import fc from "fast-check";
import { expect, test } from "vitest";
import { readMrz } from "../../../../src/domain/numbers/mrz.ts";
import vectors from "../test-vectors.json";

const today = "2026-11-23";
const passport = (vectors.mrz_td3[1] ?? []).join("\n");
const card = (vectors.mrz_td1[1] ?? []).join("\n");

test.each([...vectors.mrz_td3, ...vectors.mrz_td1])("%s … is read", (...lines) => {
  expect(readMrz(lines.join("\n"), today).ok).toBe(true);
});

test("A passport says who, when and whose", () => {
  expect(readMrz(passport, today)).toEqual({
    ok: true,
    value: {
      format: "TD3",
      type: "P",
      issuer: "UKR",
      nationality: "UKR",
      familyName: "SHEVCHENKO",
      givenName: "OLEKSII",
      number: "FA123456",
      birthDate: "1985-07-12",
      sex: "m",
      expires: "2032-01-15",
      optional: "",
    },
  });
});

test("Small letters, spaces and « are forgiven", () => {
  const typed = passport
    .toLowerCase()
    .replace("<<oleksii", "«oleksii ")
    .replace(/^(.{5})/, "$1 ");
  expect(readMrz(typed, today)).toEqual(readMrz(passport, today));
});

test("An identity card keeps its leading zeros", () => {
  const read = readMrz(card, today);
  expect(read.ok && read.value).toMatchObject({ format: "TD1", number: "001234567", familyName: "SHEVCHENKO" });
});

test("A child is born in this century, nobody tomorrow", () => {
  const born = (yymmdd: string, digit: number) =>
    card.replace("8507125", `${yymmdd}${digit}`).replace(/UKR<<<<<<<<<<<6/, `UKR<<<<<<<<<<<${compositeOf(yymmdd)}`);
  const young = readMrz(born("261122", 8), today);
  const old = readMrz(born("261124", 0), today);
  expect(young.ok && young.value.birthDate).toBe("2026-11-22");
  expect(old.ok && old.value.birthDate).toBe("1926-11-24");
});

test("Any one wrong digit is found", () => {
  const places = [...passport].flatMap((character, at) => (at > 44 && /\d/.test(character) ? [at] : []));
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const characters = [...passport];
      characters[place] = String((Number(characters[place]) + shift) % 10);
      expect(readMrz(characters.join(""), today)).toMatchObject({ ok: false, error: { type: "WrongCheckDigit" } });
    }),
  );
});

test("Other text is not a machine-readable zone, and nothing throws", () => {
  fc.assert(fc.property(fc.string(), (text) => !readMrz(text, today).ok));
  expect(readMrz("", today)).toEqual({ ok: false, error: { type: "NotAnMrz" } });
});

const compositeOf = (yymmdd: string): string => ({ "261122": "8", "261124": "8" })[yymmdd] ?? "";
