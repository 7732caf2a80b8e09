import { expect, test } from "vitest";
import { isChild } from "../../../../src/domain/intake/is-child.ts";
import { languageOfName, latinNameOf, nameOf } from "../../../../src/domain/names/person-name.ts";

test("The name as told, and in Latin letters as the document has it, else as the resolution spells it", () => {
  const names = { familyName: "Згурська", givenName: "Юлія" };
  expect(nameOf(names)).toBe("Згурська Юлія");
  expect(latinNameOf(names)).toBe("Zghurska Yuliia");
  expect(latinNameOf({ ...names, familyNameLat: "Zgurskaya" })).toBe("Zgurskaya Yuliia");
  expect(languageOfName(nameOf(names))).toBe("uk");
});

test("A name that is Latin already is not repeated; half a name is a name; none is none", () => {
  expect(latinNameOf({ familyName: "Nowak" })).toBeUndefined();
  expect(nameOf({ givenName: "Оля" })).toBe("Оля");
  expect(nameOf({})).toBeUndefined();
});

test("Letters that the Ukrainian resolution does not know give no half-Latin name", () => {
  expect(latinNameOf({ familyName: "Быков" })).toBeUndefined();
});

test("Without an age, whoever was asked about a guardian is a child", () => {
  expect(isChild({ childCare: "parent" }, "2026-11-24")).toBe(true);
  expect(isChild({}, "2026-11-24")).toBe(false);
  expect(isChild({ birth: { precision: "age", age: 17, asOf: "2026-01-01" } }, "2026-11-24")).toBe(true);
});
