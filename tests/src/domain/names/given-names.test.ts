import { expect, test } from "vitest";
import { givenNameForms, givenNameKeys } from "../../../../src/domain/names/given-names.ts";

const share = (a: string, b: string): boolean => givenNameKeys(a).some((key) => givenNameKeys(b).includes(key));

test.each([
  ["Олександр", "Александр"],
  ["Олександр", "Aleksander"],
  ["Олександр", "Саша"],
  ["Олександра", "Саша"],
  ["Олена", "Елена"],
  ["Ганна", "Anna"],
  ["Микола", "Mikołaj"],
  ["Дмитро", "Діма"],
  ["Євген", "Женя"],
  ["Євгенія", "Женя"],
  ["Петро", "Пётр"],
  ["Юрій", "Георгій"],
  ["Сергій", "Sergey"],
  ["Андрій", "Andrey"],
])("%s and %s may be one person", (a, b) => {
  expect(share(a, b)).toBe(true);
});

test.each([
  ["Олександр", "Олександра"],
  ["Олена", "Олеся"],
  ["Марія", "Марина"],
  ["Євген", "Євгенія"],
  ["Ганна", "Галина"],
  ["Тарас", "Тамара"],
])("%s and %s are two names", (a, b) => {
  expect(share(a, b)).toBe(false);
});

test("A name that is not in the table keeps the keys of its sound", () => {
  expect(givenNameKeys("Усман")).toEqual(["usman"]);
  expect(givenNameForms("Усман")).toEqual([]);
});
