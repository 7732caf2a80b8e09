import { type Match, openMatch } from "./pattern/open-match.ts";
import { parsePattern } from "./pattern/parse-pattern.ts";
import { statesOf } from "./pattern/states-of.ts";

const LONGEST_PATTERN = 256;
const MOST_STATES = 300;
/** A longer text never matches. */
const LONGEST_TEXT = 8_192;

/** Begins to look for a pattern in a text. */
export type CompiledPattern = (text: string) => Match;

/**
 * Compiles a `$regex`. Patterns come from any member and run on the server's only thread, so they are run by a matcher of our own in linear
 * time. Undefined for what is no pattern, is long, or needs more than that matcher can.
 */
export const compilePattern = (source: string): CompiledPattern | undefined => {
  if (source.length > LONGEST_PATTERN) return undefined;
  const ignoreCase = source.startsWith("(?i)");
  const pattern = parsePattern(ignoreCase ? source.slice(4) : source, ignoreCase);
  const automaton = pattern && statesOf(pattern, MOST_STATES);
  return automaton && ((text) => (text.length <= LONGEST_TEXT ? openMatch(automaton, text) : () => false));
};
