import fc from "fast-check";
import { expect, test } from "vitest";
import { documentKey } from "../../../../src/domain/numbers/document-key.ts";
import vectors from "../test-vectors.json";

test.each(vectors.docKey)("%s is found under %s", (number, key) => {
  expect(documentKey(number ?? "")).toBe(key);
});

test("A key is its own key", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-ZА-ЯІ0-9 №./-]{0,14}$/), (text) => {
      const key = documentKey(text);
      fc.pre(!/^N[RO]?\d/.test(key));
      expect(documentKey(key)).toBe(key);
    }),
  );
});
