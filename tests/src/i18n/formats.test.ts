import { expect, test } from "vitest";
import { labelsInOrder, namesInOrder } from "../../../src/i18n/collators.ts";
import { formatsFor } from "../../../src/i18n/formats.ts";

test.each([
  ["uk", "05.03.2026", "5 березня 2026 р."],
  ["pl", "05.03.2026", "5 marca 2026"],
  ["ru", "05.03.2026", "5 марта 2026 г."],
  ["en", "05/03/2026", "5 March 2026"],
])("%s writes days with four digits of the year", (language, day, longDay) => {
  const formats = formatsFor(language);
  expect(formats.day("2026-03-05")).toBe(day);
  expect(formats.longDay("2026-03-05").replace(/\u00a0/g, " ")).toBe(longDay);
});

test.each(["uk", "pl", "ru", "en"])("%s shows Warsaw’s hour, on 24 hours", (language) => {
  const { time, dayAndTime } = formatsFor(language);
  expect(time("2026-01-15T22:30:00Z")).toBe("23:30");
  expect(time("2026-07-15T22:30:00Z")).toBe("00:30");
  expect(dayAndTime("2026-07-15T22:30:00Z")).toContain("16");
});

test("A birth date is shown as exactly as it is known", () => {
  const { partialDay } = formatsFor("pl");
  expect([partialDay("1950"), partialDay("1950-04"), partialDay("1950-04-09")]).toEqual([
    "1950",
    "kwiecień 1950",
    "9 kwietnia 1950",
  ]);
});

test("Lists and numbers are joined as the language does", () => {
  expect(formatsFor("uk").and(["Медика", "Львів", "Краків"])).toBe("Медика, Львів і Краків");
  expect(formatsFor("uk").number(1234.5)).toBe("1\u00a0234,5");
});

const people = ["Іван", "Маряна", "Ґалаґан", "Мар’яна", "Ганна", "Жанна", "Adam", "Єва", "Łukasz", "Lucyna"];

test("Names stand in the reader’s order, apostrophes do not count", () => {
  expect([...people].sort(namesInOrder("uk"))).toEqual([
    "Ганна",
    "Ґалаґан",
    "Єва",
    "Жанна",
    "Іван",
    "Маряна",
    "Мар’яна",
    "Adam",
    "Lucyna",
    "Łukasz",
  ]);
  expect([...people].sort(namesInOrder("pl")).slice(0, 3)).toEqual(["Adam", "Lucyna", "Łukasz"]);
});

test("Room 2 stands before room 10", () => {
  expect(["10", "2", "1a"].sort(labelsInOrder("pl"))).toEqual(["1a", "2", "10"]);
});
