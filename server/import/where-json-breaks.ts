/**
 * The offset at which a text stops being JSON, its length when it breaks off too early. The engine's own message is of no
 * use: it names the offset only for some mistakes.
 */
export const whereJsonBreaks = (text: string): number => {
  const open: string[] = [];
  let expected: Expected = "value";
  for (let at = nextToken(text, 0); at < text.length; ) {
    const token = tokenAt(text, at);
    const follows = token === undefined ? undefined : after(expected, token, open);
    if (token === undefined || follows === undefined) return at;
    expected = follows;
    at = nextToken(text, at + token.length);
  }
  return text.length;
};

type Expected = "value" | "firstValue" | "name" | "firstName" | "colon" | "commaOrEnd" | "nothing";

const pattern =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy;

const tokenAt = (text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

const nextToken = (text: string, from: number): number => {
  let at = from;
  while (/[ \t\n\r]/.test(text.charAt(at))) at += 1;
  return at;
};

/** What may follow the token, undefined where the token may not stand. `open` are the brackets still to be closed. */
const after = (expected: Expected, token: string, open: string[]): Expected | undefined => {
  const closes = expected === "commaOrEnd" || (expected === "firstValue" && token === "]") || expected === "firstName";
  if (token === "}" || token === "]")
    return closes && open.pop() === token ? (open.length > 0 ? "commaOrEnd" : "nothing") : undefined;
  if (token === ",") return expected !== "commaOrEnd" ? undefined : open.at(-1) === "}" ? "name" : "value";
  if (token === ":") return expected === "colon" ? "value" : undefined;
  if (expected === "name" || expected === "firstName") return token.startsWith('"') ? "colon" : undefined;
  if (expected !== "value" && expected !== "firstValue") return undefined;
  if (token === "{" || token === "[") open.push(token === "{" ? "}" : "]");
  if (token === "{") return "firstName";
  if (token === "[") return "firstValue";
  return open.length > 0 ? "commaOrEnd" : "nothing";
};
