import { test } from "vitest";
import { commandsIn, failedSequences } from "../support/fleet/failed-sequences.ts";
import { simulate, simulateMany } from "../support/fleet/simulate.ts";
import { openTestServer } from "../support/fleet/test-server.ts";

const seed = Number(process.env.SEED ?? 20_261_124);
const sequences = Number(process.env.SEQUENCES ?? 500);
const length = Number(process.env.COMMANDS ?? 30);

test(
  `Whatever happens to phones, network and server, nothing that was saved is lost (seed ${seed}, ${sequences} × ${length})`,
  async () => {
    await simulateMany({ seed, sequences, length, path: process.env.SEED_PATH });
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
