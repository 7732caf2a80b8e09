import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKeyBeginnings, nameKeys } from "../../../../src/domain/names/name-key.ts";
import vectors from "../test-vectors.json";

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));

test.each(vectors.nameSame)("%s and %s are one name", (a, b) => {
  expect(share(nameKeys(a ?? ""), nameKeys(b ?? ""))).toBe(true);
});

test.each([
  ["Коваленко", "Kowalenko"],
  ["Коваленко", "KOVALENKO"],
  ["Коваленко", "Ковалёнко"],
  ["Коваленко", "Kоваленкo"],
  ["Шевченко", "Schewtschenko"],
  ["Щербак", "Szczerbak"],
  ["Мар'яна", "Мар’яна"],
  ["Зеленський", "Zelenskyy"],
  ["Зеленский", "Zelenskyi"],
])("%s and %s are one name", (a, b) => {
  expect(share(nameKeys(a), nameKeys(b))).toBe(true);
});

test.each([...vectors.nameDifferent, ["Олена", "Олеся"], ["Марія", "Марина"]])("%s and %s are two names", (a, b) => {
  expect(share(nameKeys(a ?? ""), nameKeys(b ?? ""))).toBe(false);
});

test("Looking for a family folds the woman's form and the man's together", () => {
  const family = (word: string) => nameKeys(word, { degender: true });
  expect(share(family("Зеленська"), family("Зеленський"))).toBe(true);
  expect(share(family("Іванова"), family("Ivanov"))).toBe(true);
  expect(share(nameKeys("Зеленська"), nameKeys("Зеленський"))).toBe(false);
});

const letters = [..."абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэabcdefghijklmnopqrstuvwxyząćęłńóśźż"];
const word = fc.string({ unit: fc.constantFrom(...letters, "’"), minLength: 1, maxLength: 14 });

test("Case and the kind of apostrophe make no difference", () => {
  fc.assert(
    fc.property(word, fc.constantFrom("'", "`", "ʼ", "´", ""), (text, sign) => {
      expect(nameKeys(text.toUpperCase().replaceAll("’", sign))).toEqual(nameKeys(text));
    }),
    {
      examples: [
        ["n’pа", "`"],
        ["сw’я", "´"],
      ],
    },
  );
});

test("Any text has keys of sounds only, and nothing throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const key of [...nameKeys(text), ...nameKeyBeginnings(text)]) expect(key).toMatch(/^[a-zčšž]+$/);
    }),
  );
});

const surnames = [
  "Шевченко",
  "Szewczenko",
  "Shevchenko",
  "Zełenski",
  "Зеленський",
  "Хмельницький",
  "Khmelnytskyi",
  "Щербак",
];
const whileTyping = surnames.flatMap((name) => [...name].map((_, at) => [name.slice(0, at + 1), name] as const));

test.each(whileTyping)("Whoever has typed %s may mean %s", (typed, name) => {
  const begins = [...nameKeyBeginnings(typed), ...nameKeys(typed)];
  expect(nameKeys(name).some((key) => begins.some((beginning) => key.startsWith(beginning)))).toBe(true);
});
