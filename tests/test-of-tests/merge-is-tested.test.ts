import { expect, test, vi } from "vitest";
import type { Stamp } from "../../src/domain/merge/stamps.ts";
import { person } from "../../src/domain/model/kinds/person.ts";
import { checkMergeInvariants } from "../support/invariants/merge-invariants.ts";

const broken = vi.hoisted(() => ({ rule: "" }));

vi.mock("../../src/domain/merge/stamps.ts", async (original) => {
  const stamps = await original<typeof import("../../src/domain/merge/stamps.ts")>();
  return {
    ...stamps,
    compareStamps: (a: Stamp, b: Stamp) =>
      broken.rule === "tie-break" ? stamps.counterOf(a) - stamps.counterOf(b) : stamps.compareStamps(a, b),
    vectorIncludes: (seen: Readonly<Record<string, number>>, stamp: Stamp) =>
      broken.rule === "seen"
        ? Math.max(0, ...Object.values(seen)) >= stamps.counterOf(stamp)
        : stamps.vectorIncludes(seen, stamp),
  };
});

vi.mock("../../src/domain/merge/join-lists.ts", async (original) => {
  const lists = await original<typeof import("../../src/domain/merge/join-lists.ts")>();
  return {
    ...lists,
    takenWith: (...of: Parameters<typeof lists.takenWith>) => (broken.rule === "taken" ? {} : lists.takenWith(...of)),
  };
});

test("The laws hold as long as nothing is broken", () => {
  broken.rule = "";
  checkMergeInvariants(person, 300, 1);
});

test("A tie-break that only looks at the counter turns the laws red", () => {
  broken.rule = "tie-break";
  expect(() => checkMergeInvariants(person, 2_000, 1)).toThrow(/Property failed/);
});

test("Taking a higher counter for having seen a write turns the laws red", () => {
  broken.rule = "seen";
  expect(() => checkMergeInvariants(person, 2_000, 1)).toThrow(/Property failed/);
});

test("Forgetting what was taken out of a list turns the laws red", () => {
  broken.rule = "taken";
  expect(() => checkMergeInvariants(person, 2_000, 1)).toThrow(/Property failed/);
});
