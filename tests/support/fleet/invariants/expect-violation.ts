import { expect } from "vitest";
import { simulateMany } from "../simulate.ts";

/** Passes when the simulation finds something wrong, and says what. */
export const expectViolation = async (what: string, invariant: RegExp, sequences = 500): Promise<void> => {
  const seed = Number(process.env.SEED ?? 20_261_124);
  const failure = await simulateMany({ seed, sequences, length: 30, quickly: true }).then(
    () => undefined,
    (error: Error) => error.cause as Error,
  );
  console.log(`${what}: ${failure ? failure.message.split("\n")[0]?.slice(0, 160) : "NOT NOTICED"} (seed ${seed})`);
  expect(failure?.message).toMatch(invariant);
};
