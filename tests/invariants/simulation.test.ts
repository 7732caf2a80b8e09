import { test } from "vitest";
import { commandsIn, failedSequences } from "../support/fleet/failed-sequences.ts";
import { simulate, simulateMany } from "../support/fleet/simulate.ts";
import { openTestServer } from "../support/fleet/test-server.ts";
import { scale } from "../support/runs/scale.ts";
import { seedOfTheDay } from "../support/runs/seed-of-the-day.ts";

const seed = seedOfTheDay();
const sequences = Number(process.env.SEQUENCES ?? scale({ test: 60, soak: 5_000 }));
const length = Number(process.env.COMMANDS ?? scale({ test: 30, soak: 50 }));
/** The long form is played in parts, each with a seed of its own, so that one that fails says early and is repeated soon. */
const parts = scale({ test: 1, soak: 10 });

test.each(Array.from({ length: parts }, (_, part) => seed + part))(
  `Whatever happens to phones, network and server, nothing that was saved is lost (seed %i, ${sequences / parts} × ${length})`,
  async (seedOfPart) => {
    await simulateMany({ seed: seedOfPart, sequences: sequences / parts, length, path: process.env.SEED_PATH });
  },
  24 * 3_600_000,
);

test.each(failedSequences)("What failed before holds: $from", async (failed) => {
  const server = await openTestServer();
  try {
    await simulate(server, failed.sizes, commandsIn(failed));
  } finally {
    await server.close();
  }
});
