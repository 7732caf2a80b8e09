import { badRequest, refuse } from "../refuse.ts";

export const INVALID = "invalid UTF-8 JSON";

/** An object in a list of the outermost object, as `_bulk_docs` has its documents: where it lies, and its members. */
export type Part = { readonly start: number; readonly end: number; readonly members: number };

/** What a text holds if it is JSON; whether it is, parsing says. `members`: as often as they are written. */
export type Scan = { readonly members: number; readonly parts: readonly Part[] };

const QUOTE = 34;
const BACKSLASH = 92;
const [COLON, OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACE, CLOSE_BRACKET, MINUS, ZERO, NINE] = [
  58, 123, 91, 125, 93, 45, 48, 57,
];
/** Depth of a part: object, list, object. */
const PART_DEPTH = 3;

/** Jumps from string to string and looks at the few characters between. Refuses (400) nesting beyond `maxDepth` and numbers that would change. */
export const scanJson = (text: string, maxDepth: number): Scan => {
  const parts: Part[] = [];
  let [members, depth, at] = [0, 0, 0];
  let isInList = false;
  let begun: { readonly start: number; readonly before: number } | undefined;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      at = endOfString(text, at);
      continue;
    }
    if (char === COLON) members++;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      if (++depth > maxDepth) return badRequest(`JSON is nested deeper than ${maxDepth}`);
      if (depth === PART_DEPTH && isInList && char === OPEN_BRACE) begun = { start: at, before: members };
      else if (depth === PART_DEPTH - 1) isInList = char === OPEN_BRACKET;
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) {
      if (depth-- === PART_DEPTH && begun) {
        parts.push({ start: begun.start, end: at + 1, members: members - begun.before });
        begun = undefined;
      }
    } else if (char === MINUS || (char >= ZERO && char <= NINE)) {
      at = endOfNumber(text, at);
      continue;
    }
    at++;
  }
  return { members, parts };
};

/**
 * Refuses (413) a text of more than `most` different member names. Each makes the parser build something of its own: tens of thousands
 * in a megabyte take half a second, where as many members of few names take ten milliseconds.
 */
export const checkNames = (text: string, members: number, most: number): void => {
  if (members <= most) return;
  const names = new Set<string>();
  let last: readonly [start: number, end: number] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === COLON) names.add(text.slice(...last));
    if (names.size > most) refuse(413, "too_large", `At most ${most} different member names.`);
    if (char !== QUOTE) continue;
    const end = endOfString(text, at);
    last = [at, end];
    at = end - 1;
  }
};

/** The place after a string that opens at `start`. */
const endOfString = (text: string, start: number): number => {
  let at = start;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return badRequest(INVALID);
    let back = at - 1;
    while (text.charCodeAt(back) === BACKSLASH) back--;
    if ((at - back) % 2 === 1) return at + 1;
  }
};

const NUMBER = /[-+.0-9eE]+/y;
const PLAIN_DIGITS = 15;

/** The place after a number; refuses one that JavaScript would silently change (1e999, 12345678901234567890). */
const endOfNumber = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE) at++;
  const next = text.charCodeAt(at) | 32;
  if (at - start <= PLAIN_DIGITS && next !== 46 && next !== 101) return at;
  NUMBER.lastIndex = start;
  const literal = NUMBER.exec(text)?.[0] ?? "";
  const value = Number(literal);
  const isInteger = /^-?\d+$/.test(literal);
  if (!Number.isFinite(value) || (isInteger && BigInt(value) !== BigInt(literal))) badRequest("Number out of range");
  return start + literal.length;
};
