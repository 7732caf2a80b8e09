import { refuse } from "../refuse.ts";
import type { CompiledPattern } from "./compile-pattern.ts";
import type { Match, Steps } from "./pattern/open-match.ts";

/** Steps between two turns, for all patterns of a selector together: two to six milliseconds. */
export const STEPS_A_SLICE = 100_000;
/** Steps that a selector may take for all documents it is asked of: one to three seconds. */
export const MOST_STEPS = 50_000_000;

/** Runs a selector's patterns in slices of steps. */
export type PatternRuns = {
  /** Asks `fits` of a document; undefined where the slice was too short. The next call with this document begins where the patterns stopped. */
  readonly inSlices: <T extends object>(doc: T, fits: (doc: T) => boolean) => boolean | undefined;
  /** To be called from within `fits` only. */
  readonly hasMatch: (pattern: CompiledPattern, text: string) => boolean;
};

export const openPatternRuns = (mostSteps = MOST_STEPS): PatternRuns => {
  let left = mostSteps;
  let asked: object | undefined;
  let runs = new Map<CompiledPattern, Map<string, Run>>();
  const steps: Steps = { left: 0 };
  return {
    inSlices: (doc, fits) => {
      if (doc !== asked) runs = new Map();
      asked = doc;
      if (left <= 0) return refuseForLength();
      steps.left = STEPS_A_SLICE;
      try {
        const answer = fits(doc);
        asked = undefined;
        return answer;
      } catch (thrown) {
        if (thrown === OUT_OF_STEPS) return undefined;
        throw thrown;
      } finally {
        left -= STEPS_A_SLICE - steps.left;
      }
    },
    hasMatch: (pattern, text) => {
      const ofPattern = runs.get(pattern) ?? new Map<string, Run>();
      runs.set(pattern, ofPattern);
      const run = ofPattern.get(text) ?? pattern(text);
      const found = typeof run === "boolean" ? run : run(steps);
      ofPattern.set(text, found ?? run);
      if (found === undefined) throw OUT_OF_STEPS;
      return found;
    },
  };
};

/** What a pattern says of a text, or how far it got. */
type Run = Match | boolean;

const OUT_OF_STEPS = Symbol("out of steps");

/** CouchDB's answer to a question that takes too long. */
const refuseForLength = (): never =>
  refuse(500, "timeout", "The request could not be processed in a reasonable amount of time.");
