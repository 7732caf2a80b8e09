import { isUtf8 } from "node:buffer";
import { badRequest } from "../refuse.ts";
import { isWellFormed } from "./is-well-formed.ts";
import type { Json } from "./json.ts";

const INVALID = "invalid UTF-8 JSON";

/** Deepest nesting of one document; `_bulk_docs` wraps documents twice and allows for that. */
export const MAX_DEPTH = 20;

/**
 * Parses JSON and refuses (400) what two parsers may read differently or what could reach a prototype: duplicate
 * members and tens of thousands of them, `__proto__`, `constructor`, nesting beyond `depth`, lone surrogates, numbers that would change.
 */
export const parseJson = (source: Buffer | string, depth = MAX_DEPTH): Json => {
  if (typeof source !== "string" && !isUtf8(source)) return badRequest(INVALID);
  const text = typeof source === "string" ? source : source.toString("utf8");
  const value = parse(text);
  const written = countMembers(text, depth);
  const kept = inspect(value, text.includes("\\u"));
  return written === kept ? value : badRequest("Duplicate member in JSON object");
};

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return badRequest(INVALID);
  }
};

const QUOTE = 34;
const BACKSLASH = 92;
const [COLON, OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACE, CLOSE_BRACKET, MINUS, ZERO, NINE] = [
  58, 123, 91, 125, 93, 45, 48, 57,
];

/** Counts members as written in valid JSON: jumps from string to string, looks at the few characters between. */
const countMembers = (text: string, maxDepth: number): number => {
  let members = 0;
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      at = endOfString(text, at);
      continue;
    }
    if (char === COLON) members++;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      if (++depth > maxDepth) return badRequest(`JSON is nested deeper than ${maxDepth}`);
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth--;
    else if (char === MINUS || (char >= ZERO && char <= NINE)) {
      at = endOfNumber(text, at);
      continue;
    }
    at++;
  }
  return members;
};

/** The place after a string that opens at `start`. */
const endOfString = (text: string, start: number): number => {
  let at = start;
  for (;;) {
    at = text.indexOf('"', at + 1);
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

/** Objects of more are slow whatever is done with them; a list may be as long as it likes. */
const MOST_MEMBERS = 10_000;

/** Counts members as kept by the parser and refuses dangerous names and lone surrogates. */
const inspect = (value: Json, mayBeIllFormed: boolean): number => {
  if (typeof value === "string") {
    if (mayBeIllFormed && !isWellFormed(value)) badRequest(INVALID);
    return 0;
  }
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, element) => sum + inspect(element, mayBeIllFormed), 0);
  const names = Object.keys(value);
  let members = names.length;
  if (members > MOST_MEMBERS) badRequest(`A JSON object has at most ${MOST_MEMBERS} members.`);
  for (const name of names) {
    if (name === "__proto__" || name === "constructor") badRequest(`Illegal member name: ${name}`);
    if (mayBeIllFormed && !isWellFormed(name)) badRequest(INVALID);
    const member = value[name] as Json;
    if (mayBeIllFormed || (typeof member === "object" && member !== null)) members += inspect(member, mayBeIllFormed);
  }
  return members;
};
