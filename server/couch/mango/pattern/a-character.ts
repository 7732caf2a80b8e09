import type { Pattern } from "./pattern.ts";

const ASCII = 128;

/**
 * What one character must be: `a`, `.`, `\d`, `[a-z]`. JavaScript's own expressions know that for a single character, in a time that does not
 * depend on the pattern; undefined for what they refuse.
 */
export const aCharacter = (source: string, ignoreCase: boolean): Pattern | undefined => {
  const expression = compile(source, ignoreCase) ?? compile(withoutEscape(source), ignoreCase);
  if (!expression) return undefined;
  const known = Uint8Array.from({ length: ASCII }, (_, code) => (expression.test(String.fromCharCode(code)) ? 1 : 0));
  return {
    type: "character",
    has: (code) => (code < ASCII ? known[code] === 1 : expression.test(String.fromCodePoint(code))),
  };
};

const compile = (source: string, ignoreCase: boolean): RegExp | undefined => {
  try {
    return new RegExp(`^(?:${source})$`, ignoreCase ? "iu" : "u");
  } catch {
    return undefined;
  }
};

/** `\@`: CouchDB's patterns may escape what need not be. */
const withoutEscape = (source: string): string => source.replace(/^\\([^\w\s])$/u, "$1");
