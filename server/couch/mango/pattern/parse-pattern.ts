import { aCharacter } from "./a-character.ts";
import { type Cursor, openCursor } from "./cursor.ts";
import type { Edge, Pattern } from "./pattern.ts";

/**
 * Reads literals, classes, `.`, anchors, groups, alternatives and repetition; undefined for what is no pattern, or has what a linear
 * matcher cannot know: what a group matched before (`\1`) and what lies around (`(?=`, `(?<!`).
 */
export const parsePattern = (source: string, ignoreCase: boolean): Pattern | undefined => {
  const cursor = openCursor(source);
  const pattern = readChoice(cursor, ignoreCase);
  return cursor.isAtEnd() ? pattern : undefined;
};

const readChoice = (cursor: Cursor, ignoreCase: boolean): Pattern | undefined => {
  const options: Pattern[] = [];
  do {
    const option = readSequence(cursor, ignoreCase);
    if (!option) return undefined;
    options.push(option);
  } while (cursor.take("|"));
  return { type: "choice", options };
};

const readSequence = (cursor: Cursor, ignoreCase: boolean): Pattern | undefined => {
  const parts: Pattern[] = [];
  while (!cursor.isAtEnd() && !cursor.isBefore("|") && !cursor.isBefore(")")) {
    const part = readRepeated(cursor, ignoreCase);
    if (!part) return undefined;
    parts.push(part);
  }
  return { type: "sequence", parts };
};

const readRepeated = (cursor: Cursor, ignoreCase: boolean): Pattern | undefined => {
  const of = readOne(cursor, ignoreCase);
  const [, sign, least = "", comma, most = ""] = cursor.match(/(?:([*+?])|\{(\d{1,4})(,(\d{0,4}))?\})\??/y) ?? [];
  if (!of || (sign === undefined && least === "")) return of;
  if (of.type === "edge") return undefined;
  const [from, to] = sign
    ? (COUNTS[sign] ?? [0, 0])
    : [Number(least), comma ? Number(most || Infinity) : Number(least)];
  return from <= to ? { type: "repeat", of, least: from, most: to } : undefined;
};

const COUNTS: Readonly<Record<string, readonly [number, number]>> = {
  "*": [0, Infinity],
  "+": [1, Infinity],
  "?": [0, 1],
};

const readOne = (cursor: Cursor, ignoreCase: boolean): Pattern | undefined => {
  if (cursor.match(/\((?:\?:|\?<[A-Za-z_]\w*>|(?!\?))/y)) {
    const inner = readChoice(cursor, ignoreCase);
    return cursor.take(")") ? inner : undefined;
  }
  const [anchor] = cursor.match(/[\^$]|\\[bB]/y) ?? [];
  if (anchor !== undefined) return { type: "edge", edge: EDGES[anchor] ?? "start" };
  const [one] = cursor.match(ONE_CHARACTER) ?? [];
  return one === undefined ? undefined : aCharacter(one, ignoreCase);
};

const EDGES: Readonly<Record<string, Edge>> = { "^": "start", $: "end", "\\b": "word", "\\B": "insideWord" };

/** A class, an escape that stands for one character, or a character that means itself. */
const ONE_CHARACTER =
  /\[(?:[^\]\\]|\\[\s\S])*\]|\\(?:[dDsSwWtnrfv0]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|[pP]\{\w+(?:=\w+)?\}|[^\w\s])|[^\\()[\]{}*+?|^$]/uy;
