import { closeSync, existsSync, openSync, readSync } from "node:fs";

/** A whole line, without its end, and the byte after it. */
export type Line = { readonly text: string; readonly end: number };

const pieceBytes = 256 * 1024;

/** The whole lines of a file from one byte on; what follows the last line's end is not answered. Reads piece by piece. */
export function* linesOf(file: string, from = 0): Generator<Line> {
  if (!existsSync(file)) return;
  const handle = openSync(file, "r");
  try {
    const piece = Buffer.alloc(pieceBytes);
    let rest = Buffer.alloc(0);
    for (let read = from, length = readSync(handle, piece, 0, pieceBytes, read); length > 0; ) {
      const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
      const offset = read - rest.length;
      let start = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        yield { text: bytes.toString("utf8", start, end), end: offset + end + 1 };
        start = end + 1;
      }
      rest = bytes.subarray(start);
      read += length;
      length = readSync(handle, piece, 0, pieceBytes, read);
    }
  } finally {
    closeSync(handle);
  }
}

export function* textsOf(file: string): Generator<string> {
  for (const { text } of linesOf(file)) yield text;
}
