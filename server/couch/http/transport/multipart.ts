import { randomUUID } from "node:crypto";
import { badRequest } from "../../refuse.ts";

/** One part of a multipart body. Header names in lower case. */
export type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: Buffer };

export const newBoundary = (): string => randomUUID().replaceAll("-", "");

/** Takes a multipart body apart; refuses (400) what is none. */
export const readMultipart = (contentType: string, body: Buffer): Part[] => {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return badRequest("multipart body without boundary");
  const mark = Buffer.from(`\r\n--${boundary}`);
  // The first boundary may open the body without a line break before it.
  const text = Buffer.concat([Buffer.from("\r\n"), body]);
  const parts: Part[] = [];
  let at = text.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length;
    if (text.subarray(start, start + 2).toString("latin1") === "--") return parts;
    const next = text.indexOf(mark, start);
    if (next < 0) break;
    parts.push(readPart(text.subarray(text.indexOf("\r\n", start), next)));
    at = next;
  }
  return badRequest("multipart body ends without its last boundary");
};

/** `part` begins with the line break after the boundary. */
const readPart = (part: Buffer): Part => {
  const end = part.indexOf("\r\n\r\n");
  if (end < 0) return badRequest("multipart part without end of headers");
  const lines = part.subarray(0, end).toString("utf8").split("\r\n").filter(Boolean);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(headers), body: part.subarray(end + 4) };
};

/** Puts parts together; each with its header lines. */
export const writeMultipart = (
  boundary: string,
  parts: readonly { readonly headers: readonly string[]; readonly body: Buffer }[],
): Buffer => {
  const pieces = parts.flatMap(({ headers, body }) => [
    Buffer.from(`\r\n--${boundary}${headers.map((line) => `\r\n${line}`).join("")}\r\n\r\n`),
    body,
  ]);
  const whole = Buffer.concat([...pieces, Buffer.from(`\r\n--${boundary}--`)]);
  return whole.subarray(2);
};
