import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Command, commandsOf, fleets } from "../support/fleet/commands.ts";
import type { Engine } from "../support/fleet/engine.ts";
import { type Fleet, openFleet } from "../support/fleet/fleet.ts";
import { checkAtRest, settleFaults } from "../support/fleet/invariants/check-invariants.ts";
import { playCommand } from "../support/fleet/play-command.ts";
import { simulate } from "../support/fleet/simulate.ts";
import { noteDatabases } from "../support/fleet/stock/opened-databases.ts";
import { stockEngine } from "../support/fleet/stock/stock-engine.ts";
import { byStamps, serverWins } from "../support/fleet/stock/stock-handlers.ts";
import { openTestServer, type TestServer } from "../support/fleet/test-server.ts";

noteDatabases();

const asItComes = stockEngine(serverWins);
const atItsBest = stockEngine(byStamps);
const seed = Number(process.env.SEED ?? 20_261_124);
const sequences = 12;

/** The first invariant that does not hold; nothing where all do. */
const broken = (played: Promise<void>): Promise<string | undefined> =>
  played.then(
    () => undefined,
    (error: Error) => error.message,
  );

/** RxDB's stock `replicateCouchDB` in place of our engine: the same phones, network, server and invariants. */
describe("The simulation turns red with RxDB's own replication to CouchDB, and is green with ours", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  const played = async (happen: (fleet: Fleet) => Promise<void>, engine?: Engine): Promise<void> => {
    const fleet = await openFleet(server, [2, 1], { engine });
    try {
      await happen(fleet);
      await settleFaults(fleet);
      await checkAtRest(fleet);
    } finally {
      await fleet.close();
    }
  };
  const inTurn =
    (...commands: readonly Command[]) =>
    async (fleet: Fleet) => {
      for (const command of commands) await playCommand(fleet, command);
    };

  test.each<[string, (fleet: Fleet) => Promise<void>, Engine, RegExp]>([
    [
      "one document that the server refuses holds up what is written after it, also its own repair",
      inTurn({ type: "new", phone: 0, doc: 0 }, { type: "spoil", phone: 0, doc: 0 }, { type: "new", phone: 0, doc: 1 }),
      atItsBest,
      /P1|P3|P4/,
    ],
    [
      "a server restored from a backup never gets back what phones have",
      async (fleet) => {
        await inTurn({ type: "new", phone: 0, doc: 0 }, { type: "sync", phone: 1 })(fleet);
        for (const database of fleet.databases) await server.remove(database);
        await server.install(...fleet.databases);
      },
      atItsBest,
      /P2|P4/,
    ],
    [
      "an edit is gone when somebody else's arrives first",
      inTurn(
        { type: "new", phone: 0, doc: 0 },
        { type: "sync", phone: 1 },
        { type: "offline", phone: 1 },
        { type: "write", phone: 0, doc: 0, field: "familyName" },
        { type: "write", phone: 1, doc: 0, field: "givenName" },
      ),
      asItComes,
      /P1/,
    ],
    [
      "an edit is gone that was made while the answer to the one before it got lost",
      inTurn(
        { type: "new", phone: 0, doc: 0 },
        { type: "fault", phone: 0, after: 1, fault: "lostAfter" },
        { type: "write", phone: 0, doc: 0, field: "givenName" },
        { type: "write", phone: 0, doc: 0, field: "givenName" },
      ),
      asItComes,
      /P1/,
    ],
  ])("%s", async (what, happen, stock, invariant) => {
    expect(await broken(played(happen))).toBeUndefined();
    const failure = await broken(played(happen, stock));
    console.log(`${what}: ${failure?.split("\n")[0]?.slice(0, 160) ?? "NOT NOTICED"}`);
    expect(failure).toMatch(invariant);
  });

  test(`Random sequences (seed ${seed}, ${sequences} × 30)`, async () => {
    const drawn = fc.sample(fc.tuple(fleets, commandsOf(30)), { numRuns: sequences, seed });
    const red: Record<"ours" | "stock", string[]> = { ours: [], stock: [] };
    for (const [sizes, commands] of drawn) {
      const ours = await broken(simulate(server, sizes, commands));
      const stock = await broken(simulate(server, sizes, commands, { engine: asItComes }));
      if (ours) red.ours.push(ours);
      if (stock) red.stock.push(stock.slice(0, 2));
    }
    console.log(`of ${sequences} red with ours: ${red.ours.length}, with RxDB's: ${red.stock} (seed ${seed})`);
    expect(red.ours).toEqual([]);
    expect(red.stock.length).toBeGreaterThan(1);
  });
});
