import fc from "fast-check";
import { expect, test } from "vitest";
import { whereJsonBreaks } from "../../../server/import/where-json-breaks.ts";

test.each([
  ["[1,\n2,,3]", 6],
  ["[1 2]", 3],
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ["{a:1}", 1],
  ["[1]]", 3],
  ["[1}", 2],
  ["[01]", 2],
  ['["a\nb"]', 1],
  ["[1,", 3],
  ["", 0],
  ["nonsense", 0],
])("%j breaks at %i", (text, offset) => {
  expect(whereJsonBreaks(text)).toBe(offset);
});

test("Whatever the engine takes does not break, however it is laid out", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, spaces) => {
      const text = JSON.stringify(value, undefined, spaces);
      expect(whereJsonBreaks(text)).toBe(text.length);
    }),
  );
});

test("A text that is cut or has a sign too many is broken where or before the engine notices", () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { minLength: 1 }),
      fc.nat(),
      fc.constantFrom(",,", "]", "}", ":"),
      (list, at, sign) => {
        const text = JSON.stringify(list);
        const place = at % text.length;
        const broken = text.slice(0, place) + sign + text.slice(place);
        fc.pre(!isJson(broken));
        expect(whereJsonBreaks(broken)).toBeLessThanOrEqual(broken.length);
        expect(whereJsonBreaks(`${broken} `)).toBe(
          whereJsonBreaks(broken) === broken.length ? broken.length + 1 : whereJsonBreaks(broken),
        );
      },
    ),
  );
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
