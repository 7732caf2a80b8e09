import fc from "fast-check";
import { type Command, commandsOf, fleets } from "./commands.ts";
import { type Outfit, openFleet } from "./fleet.ts";
import { checkAlways, checkAtRest, settleFaults } from "./invariants/check-invariants.ts";
import { playCommand } from "./play-command.ts";
import { openTestServer, type TestServer } from "./test-server.ts";

/** Plays one sequence and throws at the first invariant that does not hold. */
export const simulate = async (
  server: TestServer,
  sizes: readonly [number, number],
  commands: readonly Command[],
  outfit?: Outfit,
): Promise<void> => {
  const fleet = await openFleet(server, sizes, outfit);
  const known = new Map<string, number>();
  try {
    for (const command of commands) await checkAlways(fleet, await playCommand(fleet, command), known);
    await settleFaults(fleet);
    await checkAtRest(fleet);
    for (const member of fleet.members) await checkAlways(fleet, member, known);
  } finally {
    await fleet.close();
  }
};

/** Plays many random sequences; the error names the seed, the path and the shortest sequence that fails. */
export const simulateMany = async (run: {
  readonly seed: number;
  readonly sequences: number;
  readonly length: number;
  /** Skips looking for the shortest sequence. */
  readonly quickly?: boolean;
  /** Plays again what an error named. */
  readonly path?: string | undefined;
  readonly outfit?: Outfit;
}): Promise<void> => {
  const server = await openTestServer();
  try {
    await fc.assert(
      fc.asyncProperty(fleets, commandsOf(run.length), (sizes, commands) =>
        simulate(server, sizes, commands, run.outfit),
      ),
      {
        numRuns: run.sequences,
        seed: run.seed,
        endOnFailure: run.quickly ?? false,
        ...(run.path && { path: run.path }),
      },
    );
  } finally {
    await server.close();
  }
};
