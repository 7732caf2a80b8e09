import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { openPackOnce } from "../../../server/web/pack-once.ts";

const text = (letter: string, length = 2_000) => Buffer.from(letter.repeat(length));

test("Equal answers are packed once, others each for itself, and each unpacks to what it was", () => {
  const pack = vi.fn(gzipSync);
  const packOnce = openPackOnce(pack);
  const plain = ["a", "b", "a", "b", "c"].map((letter) => text(letter));
  for (const one of plain) expect(gunzipSync(packOnce(one, { level: 1 })).equals(one)).toBe(true);
  expect(pack).toHaveBeenCalledTimes(3);
});

test("Only the last few short ones are kept", () => {
  const pack = vi.fn(gzipSync);
  const packOnce = openPackOnce(pack);
  for (const _ of [1, 2]) packOnce(text("a", 100_000), {});
  expect(pack).toHaveBeenCalledTimes(2);
  for (const letter of "abcdefghi") packOnce(text(letter), {});
  packOnce(text("i"), {});
  expect(pack).toHaveBeenCalledTimes(11);
  packOnce(text("a"), {});
  expect(pack).toHaveBeenCalledTimes(12);
});
