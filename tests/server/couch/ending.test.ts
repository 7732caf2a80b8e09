import { expect, test, vi } from "vitest";
import { openEnding } from "../../../server/couch/ending.ts";

test("An ending tells each listener once, however often it ends", () => {
  const ending = openEnding();
  const [told, left] = [vi.fn(), vi.fn()];
  ending.listeners.add(told).add(left);
  ending.listeners.delete(left);
  expect(ending.isOver).toBe(false);
  ending.end();
  ending.end();
  expect(ending.isOver).toBe(true);
  expect(told).toHaveBeenCalledTimes(1);
  expect(left).not.toHaveBeenCalled();
});
