import fc from "fast-check";
import { expect, test } from "vitest";
import { kmu55 } from "../../../../src/domain/names/transliterate.ts";
import vectors from "../test-vectors.json";

test.each(vectors.kmu55)("%s is written %s", (ukrainian, latin) => {
  expect(kmu55(ukrainian ?? "")).toBe(latin);
});

test.each([
  ["Мар'яна", "Mariana"],
  ["Мар`яна", "Mariana"],
  ["Марʼяна", "Mariana"],
  ["Йосип-Яків", "Yosyp-Yakiv"],
  ["Щербак Юлія", "Shcherbak Yuliia"],
  ["Шевче\u0301нко", "Shevchenko"],
  ["Ю", "Yu"],
  ["ЮЛІЯ", "YULIIA"],
  ["розгін", "rozghin"],
])("%s is written %s", (ukrainian, latin) => {
  expect(kmu55(ukrainian)).toBe(latin);
});

test("Every text has an answer, and no Ukrainian letter is left in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(kmu55(text)).not.toMatch(/[а-щьюяєіїґА-ЩЬЮЯЄІЇҐ]/);
    }),
  );
});

test("Latin text stays as it is", () => {
  expect(kmu55("Anna O’Neill, 12")).toBe("Anna ONeill, 12");
  expect(kmu55("Zażółć gęślą")).toBe("Zażółć gęślą");
});
