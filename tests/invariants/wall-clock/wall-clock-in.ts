import { leavesWithinEvaluate } from "./leaves-within-evaluate.ts";
import { assertionsOnTime } from "./measured-times.ts";
import { shortTimeoutsIn } from "./short-timeouts.ts";
import { sleepsIn } from "./sleeps.ts";
import { type Node, nodesOf } from "./syntax.ts";

export type WallClock = { readonly file: string; readonly line: number; readonly kind: Kind };
export type Kind = "asserts on a measured time" | "sleeps" | "gives up within 30 s" | "leaves the page it asks";

/** Where a test depends on how fast the machine is. */
export const wallClockIn = (file: string, source: string): WallClock[] => {
  const nodes = nodesOf(file, source);
  const found = (kind: Kind, places: readonly Node[]) =>
    [...new Set(places.map(({ start }) => source.slice(0, start).split("\n").length))].map((line) => ({
      file,
      line,
      kind,
    }));
  return [
    ...found("asserts on a measured time", assertionsOnTime(nodes)),
    ...found("sleeps", sleepsIn(nodes)),
    ...found("leaves the page it asks", leavesWithinEvaluate(nodes)),
    ...found("gives up within 30 s", shortTimeoutsIn(nodes)),
  ];
};
