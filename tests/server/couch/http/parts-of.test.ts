import { expect, test } from "vitest";
import { CHARACTERS_IN_A_PART, MOST_IN_A_PART, partsOf } from "../../../../server/couch/http/document/parts-of.ts";

const drafts = (count: number, length: number) => Array.from({ length: count }, () => ({ text: "x".repeat(length) }));
const charactersOf = (part: readonly { readonly text: string }[]) =>
  part.reduce((sum, { text }) => sum + text.length, 0);

test("What is judged and written at a stretch is as much as 250 people, whatever the documents are", () => {
  for (const [count, length] of [
    [1_400, 650],
    [60, 15_000],
    [16, 60_000],
    [8, 128 * 1024],
  ] as const) {
    const parts = [...partsOf(drafts(count, length))];
    expect(parts.flat()).toHaveLength(count);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(MOST_IN_A_PART);
      expect(charactersOf(part.slice(1))).toBeLessThan(CHARACTERS_IN_A_PART);
    }
  }
  expect(CHARACTERS_IN_A_PART).toBeLessThanOrEqual(MOST_IN_A_PART * 660);
});
