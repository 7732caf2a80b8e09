import { isUtf8 } from "node:buffer";
import { badRequest } from "../refuse.ts";
import { isWellFormed } from "./is-well-formed.ts";
import type { Json } from "./json.ts";
import { checkNames, INVALID, scanJson } from "./scan-json.ts";

/** Deepest nesting of one document; `_bulk_docs` wraps documents twice and allows for that. */
export const MAX_DEPTH = 20;

/** What a JSON text may hold. `names`: different names of members in what is parsed at a stretch. */
export type JsonLimits = { readonly depth?: number; readonly names?: number };

/**
 * Parses JSON and refuses (400) what two parsers may read differently or what could reach a prototype: duplicate
 * members and tens of thousands of them, `__proto__`, `constructor`, nesting beyond `depth`, lone surrogates, numbers that would change.
 */
export const parseJson = (source: Buffer | string, limits: JsonLimits = {}): Json => {
  const text = textOf(source);
  const { members } = scanJson(text, limits.depth ?? MAX_DEPTH);
  checkNames(text, members, limits.names ?? Number.POSITIVE_INFINITY);
  return parseScanned(text, members);
};

/** The text of a body; refuses (400) what is no UTF-8. */
export const textOf = (source: Buffer | string): string => {
  if (typeof source === "string") return source;
  return isUtf8(source) ? source.toString("utf8") : badRequest(INVALID);
};

/** Parses a text that was scanned; `written`: the members that were found in it. */
export const parseScanned = (text: string, written: number): Json => {
  const value = parse(text);
  return written === inspect(value, text.includes("\\u")) ? value : badRequest("Duplicate member in JSON object");
};

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return badRequest(INVALID);
  }
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
