import { afterAll, expect, test, vi } from "vitest";
import type { Document } from "../../src/domain/model/document.ts";
import { fixedSequences } from "../support/fleet/convoy/fixed-sequences.ts";
import { simulateConvoy, simulateConvoys } from "../support/fleet/convoy/simulate-convoy.ts";
import { openTestServer } from "../support/fleet/test-server.ts";

const broken = vi.hoisted(() => ({ rule: "" }));

vi.mock("../../src/domain/merge/stamps.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/merge/stamps.ts")>();
  return {
    ...real,
    deviceIn: (device: string, database: string) =>
      broken.rule === "stamps are shared between databases" ? device : real.deviceIn(device, database),
  };
});

vi.mock("../../src/domain/merge/clashing-stamps.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/merge/clashing-stamps.ts")>();
  const { writesOf } = await import("../../src/domain/merge/writes.ts");
  const distinctWrites: typeof real.distinctWrites = (document, other) =>
    broken.rule === "stamps are shared between databases"
      ? { document, writes: writesOf(document) }
      : real.distinctWrites(document, other);
  return { ...real, distinctWrites };
});

vi.mock("../../src/domain/merge/revive.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/merge/revive.ts")>();
  const { merge } = await import("../../src/domain/merge/merge.ts");
  const revive: typeof real.revive = (...given) => {
    if (broken.rule === "a copy is placed over the tombstone") return given[2];
    return broken.rule === "who comes back is only joined to the tombstone"
      ? (merge(given[0], given[1] as Document, given[2] as Document) as never)
      : real.revive(...given);
  };
  return { ...real, revive };
});

vi.mock("../../src/domain/merge/join-lists.ts", async (original) => {
  const lists = await original<typeof import("../../src/domain/merge/join-lists.ts")>();
  const takenWith: typeof lists.takenWith = (...given) =>
    broken.rule === "a driver who was taken off comes back with another's addition" ? {} : lists.takenWith(...given);
  return { ...lists, takenWith };
});

vi.mock("../../server/workers/grant-roles.ts", async (original) => {
  const real = await original<typeof import("../../server/workers/grant-roles.ts")>();
  const grantRoles: typeof real.grantRoles = (couch, ...rest) => {
    const overwriting: typeof couch.put = async (path, body) => {
      const { body: now } = await couch.get<{ readonly _rev?: string }>(path);
      return couch.put(path, { ...(body as object), _rev: now._rev });
    };
    const isBroken = broken.rule === "a role is kept that was taken while rights were worked out";
    return real.grantRoles(isBroken ? { ...couch, put: overwriting } : couch, ...rest);
  };
  return { ...real, grantRoles };
});

vi.mock("../../src/domain/transport/passenger-status.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/transport/passenger-status.ts")>();
  const passengerStatus: typeof real.passengerStatus = (line, scans) => {
    if (broken.rule !== "a boarding is undone by a tap that did not know of it")
      return real.passengerStatus(line, scans);
    const before = real.allScansOf(line, scans).map(({ takesBack: _, ...scan }) => scan);
    const latest = [...before].sort(
      (a, b) => a.order - b.order || Number(a.event === "board") - Number(b.event === "board"),
    );
    return real.passengerStatus(line, latest.slice(-1));
  };
  return { ...real, passengerStatus };
});

vi.mock("../../src/app/workspace/active-tab.ts", async (original) => {
  const real = await original<typeof import("../../src/app/workspace/active-tab.ts")>();
  const becomeActiveTab: typeof real.becomeActiveTab = (...given) =>
    broken.rule === "two tabs write at once"
      ? { ready: Promise.resolve(), release: () => {} }
      : real.becomeActiveTab(...given);
  return { ...real, becomeActiveTab };
});

afterAll(() => vi.unstubAllGlobals());

const seed = Number(process.env.SEED ?? 20_261_129);
const play = (sequences: number) => simulateConvoys({ seed, sequences, length: 30, quickly: true });

test("The convoy is green as long as nothing is broken", async () => {
  broken.rule = "";
  await play(10);
});

test.each([
  ["stamps are shared between databases", /P\d/],
  ["a copy is placed over the tombstone", /P\d/],
  ["who comes back is only joined to the tombstone", /P1|P4/],
  ["a driver who was taken off comes back with another's addition", /P5/],
  ["two tabs write at once", /P10/],
])("It turns red when %s", async (rule, invariant) => {
  broken.rule = rule;
  await expectRed(play(400), invariant);
});

test.each([
  ["a boarding is undone by a tap that did not know of it", "a tap that did not know of a boarding", /P6/],
  [
    "a role is kept that was taken while rights were worked out",
    "a role that is taken while rights are worked out",
    /P5/,
  ],
] as const)("It turns red when %s", async (rule, sequence, invariant) => {
  const server = await openTestServer();
  broken.rule = "";
  await simulateConvoy(server, fixedSequences[sequence]);
  broken.rule = rule;
  await expectRed(simulateConvoy(server, fixedSequences[sequence]), invariant);
  await server.close();
});

const expectRed = async (played: Promise<void>, invariant: RegExp): Promise<void> => {
  const failure = await played.then(
    () => undefined,
    (error: Error) => (error.cause ?? error) as Error,
  );
  console.log(`${broken.rule}: ${failure?.message.split("\n")[0]?.slice(0, 160) ?? "NOT NOTICED"} (seed ${seed})`);
  expect(failure?.message).toMatch(invariant);
};
