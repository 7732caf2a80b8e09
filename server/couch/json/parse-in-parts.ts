import type { Json } from "./json.ts";
import { type JsonLimits, MAX_DEPTH, parseScanned, textOf } from "./parse-json.ts";
import { checkNames, type Part, scanJson } from "./scan-json.ts";

/** A body of many documents. */
export type Parts = {
  /** What stands around the documents: each is `{"n": <its place in parts>}` there. */
  readonly around: Json;
  /** Each parses one. Refuses (400, 413) what `parseJson` does. */
  readonly parts: readonly (() => Json)[];
};

/** Documents lie in lists of the outermost object. */
const WRAPPERS = 2;

/**
 * Parses `{"docs":[{…},{…}]}` without the objects of its lists, so that long work can rest between them. Every character lies in one of
 * them or around them, so the whole is JSON where each of these texts is.
 */
export const parseInParts = (source: Buffer, { names = Number.POSITIVE_INFINITY }: JsonLimits = {}): Parts => {
  const text = textOf(source);
  const scan = scanJson(text, MAX_DEPTH + WRAPPERS);
  const parseOne = (part: string, members: number): Json => {
    checkNames(part, members, names);
    return parseScanned(part, members);
  };
  const inside = scan.parts.reduce((sum, { members }) => sum + members, 0);
  return {
    around: parseOne(textAround(text, scan.parts), scan.members - inside + scan.parts.length),
    parts: scan.parts.map(
      ({ start, end, members }) =>
        () =>
          parseOne(text.slice(start, end), members),
    ),
  };
};

const textAround = (text: string, parts: readonly Part[]): string => {
  const pieces = parts.map(({ start }, n) => `${text.slice(parts[n - 1]?.end ?? 0, start)}{"n":${n}}`);
  return pieces.join("") + text.slice(parts.at(-1)?.end ?? 0);
};
