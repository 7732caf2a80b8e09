import { afterAll, test, vi } from "vitest";
import { failedSeeds } from "../support/fleet/convoy/failed-seeds.ts";
import { simulateConvoys } from "../support/fleet/convoy/simulate-convoy.ts";
import { scale } from "../support/runs/scale.ts";
import { seedOfTheDay } from "../support/runs/seed-of-the-day.ts";

/** The long form is played in parts of a quarter each (`suites.mjs`), each with a seed of its own. */
const seed = seedOfTheDay() + Number(process.env.PART ?? 0);
const sequences = Number(process.env.SEQUENCES ?? 100);
const length = Number(process.env.COMMANDS ?? scale({ test: 30, soak: 50 }));

afterAll(() => vi.unstubAllGlobals());

test(
  `On the road nothing is lost, nobody comes back who was removed, and everybody who boarded is counted (seed ${seed}, ${sequences} × ${length})`,
  () => simulateConvoys({ seed, sequences, length, path: process.env.SEED_PATH }),
  24 * 3_600_000,
);

test.each(failedSeeds)("What failed before holds: $what (seed $seed, $path)", (failed) =>
  simulateConvoys({ ...failed, sequences: 1, quickly: true }),
);
