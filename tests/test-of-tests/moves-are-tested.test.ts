import { expect, test, vi } from "vitest";
import { moveAndEdit } from "../support/fleet/moves.ts";

const broken = vi.hoisted(() => ({ rule: "" }));

vi.mock("../../src/domain/merge/revive.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/merge/revive.ts")>();
  const revive: typeof real.revive = (...given) =>
    broken.rule === "who comes back is only joined to the tombstone" ? given[2] : real.revive(...given);
  return { ...real, revive };
});

test.each(["who comes back is only joined to the tombstone"])("Where %s, the moves turn red", async (rule) => {
  broken.rule = rule;
  const failure = await moveAndEdit(20_261_129, 60).then(
    () => undefined,
    (error: Error) => error.cause as Error,
  );
  expect(failure?.message).toMatch(/lost|alive in/);
});
