/** Steps from the top of a JSON text to a value: member names and places in arrays. */
export type JsonPath = readonly (string | number)[];

/** Finds the line (from 1) on which the value at a path begins, or its nearest ancestor that exists. */
export type LineFinder = (path: JsonPath) => number;

/** A finder for one valid JSON text, which is gone through once, and only when something is looked for. */
export const lineFinder = (text: string): LineFinder => {
  let lines: ReadonlyMap<string, number> | undefined;
  return (path) => {
    lines ??= linesByPath(text);
    for (let depth = path.length; depth > 0; depth -= 1) {
      const line = lines.get(keyOf(path.slice(0, depth)));
      if (line !== undefined) return line;
    }
    return 1;
  };
};

const keyOf = (path: JsonPath): string => path.join("\n");

/** Brackets, commas, member names with their colon, plain values, line breaks. */
const tokens = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\],\n]|[^\s{}[\],:"]+/g;

const linesByPath = (text: string): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  const where: (string | number)[] = [];
  let line = 1;
  for (const [token] of text.matchAll(tokens)) {
    if (token === "\n") line += 1;
    else if (token === "}" || token === "]") where.pop();
    else if (token === ",") where.push(next(where.pop()));
    else if (token.endsWith(":")) where[where.length - 1] = JSON.parse(token.slice(0, -1).trimEnd()) as string;
    else {
      lines.set(keyOf(where), line);
      if (token === "{") where.push("");
      if (token === "[") where.push(0);
    }
  }
  return lines;
};

/** The place after a comma: the next one of an array; of an object, whatever the name to come says. */
const next = (place: string | number | undefined): string | number => (typeof place === "number" ? place + 1 : "");
