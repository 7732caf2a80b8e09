import { defaultConflictHandler } from "rxdb/plugins/core";
import { test, vi } from "vitest";
import { compareStamps, type Stamp } from "../../src/domain/merge/stamps.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { expectViolation } from "../support/fleet/invariants/expect-violation.ts";
import { simulateMany } from "../support/fleet/simulate.ts";

const broken = vi.hoisted(() => ({ rule: "" }));

/** Which of two versions a rule that looks at whole documents would keep. */
const lastWritten = (mine: Document, theirs: Document): Document => {
  const newest = ({ stamps }: Document) => Object.keys(stamps.edits).sort(compareStamps).at(-1) as Stamp;
  return compareStamps(newest(mine), newest(theirs)) > 0 ? mine : theirs;
};

/** RxDB's answer to a conflict where nobody gives another one. */
const byDefault = (mine: Document, theirs: Document): Document => {
  const [newDocumentState, realMasterState] = [mine, theirs].map((document) => ({ document, _deleted: false }));
  const conflict = { newDocumentState, realMasterState } as never;
  return (defaultConflictHandler.resolve(conflict, "push") as unknown as { document: Document }).document;
};

vi.mock("../../src/domain/merge/merge.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/merge/merge.ts")>();
  const { threeWay } = await import("../support/fleet/stock/three-way.ts");
  return {
    ...real,
    merge: (rule: never, mine: Document, theirs: Document) => {
      if (broken.rule === "RxDB's default conflict handler decides") return byDefault(mine, theirs);
      if (broken.rule === "three versions are merged without stamps") return threeWay(real.merge)(rule, mine, theirs);
      return broken.rule === "the last writer wins" ? lastWritten(mine, theirs) : real.merge(rule, mine, theirs);
    },
  };
});

vi.mock("../../src/store/receiver.ts", async (original) => {
  const real = await original<typeof import("../../src/store/receiver.ts")>();
  const { withBases } = await import("../support/fleet/stock/three-way.ts");
  const receiver: typeof real.receiver = (...given) => withBases(real.receiver(...given));
  return { ...real, receiver };
});

vi.mock("../../src/sync/replication/outcome.ts", async (original) => {
  const real = await original<typeof import("../../src/sync/replication/outcome.ts")>();
  return {
    ...real,
    outcomeOf: (answer: Parameters<typeof real.outcomeOf>[0]) => {
      const outcome = real.outcomeOf(answer);
      const isTaken = broken.rule === "a conflict counts as sent" && outcome.type === "conflict";
      return isTaken ? { type: "sent" as const, rev: "1-0" } : outcome;
    },
  };
});

vi.mock("../../src/sync/replication/pull.ts", async (original) => {
  const real = await original<typeof import("../../src/sync/replication/pull.ts")>();
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

vi.mock("../../src/domain/roster/stay-commands.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/roster/stay-commands.ts")>();
  const doubleBookings: typeof real.doubleBookings = (held) =>
    broken.rule === "a bed given twice is not told" ? [] : real.doubleBookings(held);
  return { ...real, doubleBookings };
});

test("The simulation is green as long as nothing is broken", async () => {
  broken.rule = "";
  await simulateMany({ seed: 20_261_124, sequences: 10, length: 30, quickly: true });
});

test.each([
  ["RxDB's default conflict handler decides", /P1|P3/],
  ["three versions are merged without stamps", /P1|P3/],
  ["the last writer wins", /P1|P3/],
  ["the checkpoint moves first", /P1|P2|P3/],
  ["a conflict counts as sent", /P3: .* called sent/],
  ["a bed given twice is not told", /P6/],
])("It turns red when %s", async (rule, invariant) => {
  broken.rule = rule;
  await expectViolation(rule, invariant);
});
