import { afterAll, test, vi } from "vitest";
import { failedSeeds } from "../support/fleet/convoy/failed-seeds.ts";
import { fixedSequences } from "../support/fleet/convoy/fixed-sequences.ts";
import { simulateConvoy, simulateConvoys } from "../support/fleet/convoy/simulate-convoy.ts";
import { openTestServer } from "../support/fleet/test-server.ts";
import { scale } from "../support/runs/scale.ts";
import { seedOfTheDay } from "../support/runs/seed-of-the-day.ts";

/** The long form is played in parts of a quarter each (`suites.mjs`), each with a seed of its own. */
const seed = seedOfTheDay() + Number(process.env.PART ?? 0);
const sequences = Number(process.env.SEQUENCES ?? 40);
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

test.each(Object.entries(fixedSequences))("What chance seldom finds holds: %s", async (_, commands) => {
  const server = await openTestServer();
  await simulateConvoy(server, commands);
  await server.close();
});
