import { expect, test, vi } from "vitest";
import type { Document } from "../../src/domain/document.ts";
import { compareStamps, type Stamp } from "../../src/domain/stamps.ts";
import { simulateMany } from "../support/fleet/simulate.ts";

const broken = vi.hoisted(() => ({ rule: "" }));

/** Which of two versions a rule that looks at whole documents would keep. */
const lastWritten = (mine: Document, theirs: Document): Document => {
  const newest = ({ stamps }: Document) => Object.keys(stamps.edits).sort(compareStamps).at(-1) as Stamp;
  return compareStamps(newest(mine), newest(theirs)) > 0 ? mine : theirs;
};

vi.mock("../../src/domain/merge.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/merge.ts")>();
  return {
    ...real,
    merge: (rule: never, mine: Document, theirs: Document) => {
      if (broken.rule === "the server's version wins") return theirs;
      return broken.rule === "the last writer wins" ? lastWritten(mine, theirs) : real.merge(rule, mine, theirs);
    },
  };
});

vi.mock("../../src/sync/pull.ts", async (original) => {
  const real = await original<typeof import("../../src/sync/pull.ts")>();
  const early: typeof real.pull = ({ store, checkpoints, ...others }, ...rest) => {
    let commit: () => Promise<void> = async () => {};
    const later = {
      ...store,
      receive: async (...given: Parameters<typeof store.receive>) => {
        commit = () => store.receive(...given);
      },
    };
    const moved = {
      ...checkpoints,
      set: async (database: string, since: string) => {
        await checkpoints.set(database, since);
        await commit();
      },
    };
    return real.pull({ ...others, store: later, checkpoints: moved }, ...rest);
  };
  return {
    ...real,
    pull: ((...given) =>
      (broken.rule === "the checkpoint moves first" ? early : real.pull)(...given)) as typeof real.pull,
  };
});

const run = (rule: string) => {
  broken.rule = rule;
  return simulateMany({ seed: 20_261_124, sequences: 100, length: 30, quickly: true });
};

test("The simulation is green as long as nothing is broken", async () => {
  broken.rule = "";
  await simulateMany({ seed: 20_261_124, sequences: 10, length: 30, quickly: true });
});

test.each([
  ["the server's version wins", /P1|P3/],
  ["the last writer wins", /P1|P3/],
  ["the checkpoint moves first", /P2|P1/],
])("It turns red when %s", async (rule, invariant) => {
  await expect(run(rule)).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ message: expect.stringMatching(invariant) }) }),
  );
});
