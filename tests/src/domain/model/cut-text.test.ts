import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "../../../../src/domain/model/cut-text.ts";

const smile = String.fromCodePoint(0x1f600);

test("A text is cut between characters, never inside one", () => {
  expect(cutText(`аб${smile}`, 3)).toBe("аб");
  expect(cutText(`аб${smile}в`, 4)).toBe(`аб${smile}`);
  expect(cutText("абв", 3)).toBe("абв");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, most) => {
      const cut = cutText(text, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
    }),
  );
});
