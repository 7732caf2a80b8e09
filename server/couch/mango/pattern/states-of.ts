import type { Edge, Pattern } from "./pattern.ts";

/** A state of the automaton (Thompson 1968): one that takes a character, one that needs an edge, one that forks, or the end. */
export type State =
  | { readonly type: "take"; readonly has: (code: number) => boolean; readonly next: number }
  | { readonly type: "edge"; readonly edge: Edge; readonly next: number }
  | { readonly type: "fork"; readonly nexts: readonly number[] }
  | { readonly type: "end" };

export type Automaton = { readonly states: readonly State[]; readonly start: number };

/** Counted repetition is written out, so a short pattern may mean many states; undefined for more than `most`. */
export const statesOf = (pattern: Pattern, most: number): Automaton | undefined => {
  const states: State[] = [{ type: "end" }];
  const add = (state: State): number => {
    if (states.length >= most) throw TOO_MANY;
    return states.push(state) - 1;
  };
  /** Builds from the end: answers where the pattern begins that goes on at `next`. */
  const build = (one: Pattern, next: number): number => {
    switch (one.type) {
      case "character":
        return add({ type: "take", has: one.has, next });
      case "edge":
        return add({ type: "edge", edge: one.edge, next });
      case "sequence":
        return one.parts.reduceRight((after, part) => build(part, after), next);
      case "choice":
        return add({ type: "fork", nexts: one.options.map((option) => build(option, next)) });
      case "repeat":
        return repeat(one, next);
    }
  };
  const repeat = ({ of, least, most: upTo }: Extract<Pattern, { type: "repeat" }>, next: number): number => {
    let start = upTo === Infinity ? loop(of, next) : next;
    for (let more = least; more < upTo && upTo !== Infinity; more++)
      start = add({ type: "fork", nexts: [build(of, start), next] });
    for (let one = 0; one < least; one++) start = build(of, start);
    return start;
  };
  const loop = (of: Pattern, next: number): number => {
    const nexts = [next];
    const again = add({ type: "fork", nexts });
    nexts.push(build(of, again));
    return again;
  };
  try {
    return { start: build(pattern, 0), states };
  } catch (thrown) {
    if (thrown === TOO_MANY) return undefined;
    throw thrown;
  }
};

const TOO_MANY = Symbol("too many states");
