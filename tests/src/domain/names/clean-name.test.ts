import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName } from "../../../../src/domain/names/clean-name.ts";

test.each([
  ["  Мар'яна  ", "Мар’яна"],
  ["Мар`яна", "Мар’яна"],
  ["Знам´янська", "Знам’янська"],
  ["Анна \t Марія", "Анна Марія"],
  ["Йосип".normalize("NFD"), "Йосип"],
  ["de l’Été", "de l’Été"],
  ["O'Brien", "O’Brien"],
  ["Ґалаґан-Їжак", "Ґалаґан-Їжак"],
  ["محمد", "محمد"],
  ["می‌خواهم", "می‌خواهم"],
  ["X Æ A-12", "X Æ A-12"],
])("%j is kept as %j and nothing is reported", (typed, name) => {
  expect(cleanName(typed)).toEqual({ name, removed: [] });
});

test.each([
  ["Іван\u200b", "Іван", ["invisible"]],
  ["\ufeffАнна", "Анна", ["invisible"]],
  ["Ан\u00adна", "Анна", ["invisible"]],
  ["Ан\u200dна", "Анна", ["invisible"]],
  ["\u202eАнна", "Анна", ["direction"]],
  ["Анна\u0000", "Анна", ["control"]],
  ["Анна 🌻", "Анна", ["emoji"]],
  ["Олена 🇺🇦\u200f", "Олена", ["emoji", "direction"]],
])("%j becomes %s and %j is reported", (typed, name, removed) => {
  expect(cleanName(typed)).toEqual({ name, removed });
});

test("A clean name is clean", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { name } = cleanName(text);
      expect(cleanName(name)).toEqual({ name, removed: [] });
    }),
  );
});
