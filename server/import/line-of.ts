/** Steps from the top of a JSON text to a value: member names and places in arrays. */
export type JsonPath = readonly (string | number)[];

/** The line (from 1) on which the value at `path` begins, or its nearest ancestor that exists. `text` is valid JSON. */
export const lineOf = (text: string, path: JsonPath): number => {
  let best = { depth: -1, at: text.search(/\S/) };
  const where: (string | number)[] = [];
  for (const { token, at } of tokensOf(text)) {
    if (token === "}" || token === "]") where.pop();
    else if (token === ",") next(where);
    else if (token.endsWith(":")) where[where.length - 1] = JSON.parse(token.slice(0, -1).trimEnd()) as string;
    else {
      const depth = commonDepth(where, path);
      if (depth === where.length && depth > best.depth) best = { depth, at };
      if (best.depth === path.length) break;
      if (token === "{") where.push("");
      if (token === "[") where.push(0);
    }
  }
  return text.slice(0, best.at).split("\n").length;
};

/** Brackets, commas, member names with their colon, and plain values. */
function* tokensOf(text: string): Generator<{ token: string; at: number }> {
  const pattern = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\],]|[^\s{}[\],:"]+/g;
  for (const match of text.matchAll(pattern)) yield { token: match[0], at: match.index };
}

const next = (where: (string | number)[]): void => {
  const last = where[where.length - 1];
  if (typeof last === "number") where[where.length - 1] = last + 1;
};

const commonDepth = (where: JsonPath, path: JsonPath): number => {
  let depth = 0;
  while (depth < where.length && where[depth] === path[depth]) depth += 1;
  return depth;
};
