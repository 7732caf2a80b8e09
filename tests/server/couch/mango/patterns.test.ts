import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern } from "../../../../server/couch/mango/compile-pattern.ts";
import { scale } from "../../../support/runs/scale.ts";

const isFound = (source: string, text: string) => compilePattern(source)?.(text)({ left: Number.POSITIVE_INFINITY });

/** Texts so long that a matcher which tries one way after the other would never come back. */
test.each([
  ["^(.|.)*!$", "abcdefghij"],
  ["^(a|a)*$", "a"],
  ["^(([a-z0-9:-])+)+!$", "abcdefghij"],
  ["^(?:(?:a+))+$", "a"],
  ["(a*)*b", "a"],
  ["^(a?){60}a{60}!$", "a"],
  ["(?i)^(([а-я]|\\p{L})+)+!$", "зоренко"],
  ["(.*,){30}!", "a,"],
])("%s judges a text of thousands of letters", (source, letters) => {
  expect(isFound(source, `${letters.repeat(5_000)}?`)).toBe(false);
});

test.each([
  ["(a)\\1", "what a group matched before"],
  ["a(?=b)", "what lies ahead"],
  ["(?<!a)b", "what lies behind"],
  ["(?>a)b", "a group that gives nothing back"],
  ["a++", "a repetition that gives nothing back"],
  ["x{500}", "more repetitions than it has states for"],
  ["(((a{20}){20}){20}){20}", "the same, nested"],
  ["(", "half a group"],
  ["a)", "the other half"],
  ["[b-a]", "a range from high to low"],
  ["a{3,2}", "a repetition from high to low"],
  ["*", "a repetition of nothing"],
  ["\\p{Nonsense}", "an unknown property"],
  ["a".repeat(300), "a long one"],
])("%s is refused: %s", (source) => {
  expect(compilePattern(source)).toBeUndefined();
});

test("What a text has to be is said in the usual ways", () => {
  expect(isFound("^[AO]", "Olena")).toBe(true);
  expect(isFound("(?i)зоренко$", "Оксана ЗОРЕНКО")).toBe(true);
  expect(isFound("^\\+?\\d{2,3}[ -]?\\d{9}$", "+48 123456789")).toBe(true);
  expect(isFound("\\bваг\\w*|\\bbag\\b", "a bag.")).toBe(true);
  expect(isFound("^.$", "🚌")).toBe(true);
  expect(isFound("\\@", "a@b")).toBe(true);
  expect(isFound("(?<year>\\d{4})", "in 2026")).toBe(true);
});

/** Patterns of everything the matcher knows, short enough that JavaScript's own matcher comes back. */
const patterns = fc.letrec<{ any: string; one: string; repeated: string }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(
      "a",
      "b",
      "я",
      ".",
      "[ab]",
      "[^a]",
      "\\d",
      "\\w",
      "\\s",
      "[а-я1-]",
      "\\.",
      "(?:)",
      "^",
      "$",
      "\\b",
      "\\B",
    ),
    tie("any").map((inner) => `(${inner})`),
    tie("any").map((inner) => `(?:${inner})`),
  ),
  repeated: fc
    .tuple(tie("one"), fc.constantFrom("", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "*?"))
    .map(([one, count]) => (/^(\^|\$|\\[bB])$/.test(one) ? one : one + count)),
  any: fc
    .array(
      fc.array(tie("repeated"), { maxLength: 3 }).map((parts) => parts.join("")),
      { minLength: 1, maxLength: 2 },
    )
    .map((options) => options.join("|")),
}));
/** Without characters of two units, inside which V8 finds a `\\B`. */
const texts = fc.string({ unit: fc.constantFrom("a", "b", "я", "1", " ", ".", "é", "\n", "B"), maxLength: 8 });

test("It finds what JavaScript's own matcher finds", () => {
  const agrees = fc.property(patterns.any, texts, fc.boolean(), (source, text, ignoreCase) => {
    fc.pre(source.length <= 40);
    expect(isFound(ignoreCase ? `(?i)${source}` : source, text)).toBe(
      new RegExp(source, ignoreCase ? "iu" : "u").test(text),
    );
  });
  fc.assert(agrees, { numRuns: scale({ test: 3_000, soak: 50_000 }) });
});
