const LONGEST = 256;
/** Repetition of a group that repeats inside: what lets a pattern run for ever. */
const NESTED_REPETITION = /\([^()]*[*+{][^()]*\)\s*[*+{]/;

/**
 * Compiles a `$regex`. Undefined for what is no pattern, is long, or could run for ever: patterns come from any
 * member and run on the server's only thread.
 */
export const compilePattern = (source: string): ((text: string) => boolean) | undefined => {
  if (source.length > LONGEST || NESTED_REPETITION.test(source)) return undefined;
  try {
    const ignoreCase = source.startsWith("(?i)");
    const pattern = new RegExp(ignoreCase ? source.slice(4) : source, ignoreCase ? "iu" : "u");
    return (text) => pattern.test(text);
  } catch {
    return undefined;
  }
};
