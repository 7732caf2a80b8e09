import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * Every file under a folder that holds one of the texts in UTF-8, UTF-16 or base64, or one of the keys as it is, in hexadecimal or base64:
 * `text in …`, `key in …`.
 */
export const filesWith = (folder: string, secrets: readonly (string | Uint8Array)[]): readonly string[] => {
  const find = finderOf(
    secrets.flatMap((secret) =>
      typeof secret === "string"
        ? spellings(secret).map((bytes) => ({ kind: "text", bytes }))
        : encodings(Buffer.from(secret)).map((bytes) => ({ kind: "key", bytes })),
    ),
  );
  return filesUnder(folder).flatMap((path) =>
    [...find(read(path))].map((kind) => `${kind} in ${relative(folder, path)}`),
  );
};

/** Read folder by folder: what a browser takes away meanwhile is not there. */
const filesUnder = (folder: string): readonly string[] => {
  const path = (name: string) => join(folder, name);
  return foundIn(folder).flatMap((entry) => (entry.isDirectory() ? filesUnder(path(entry.name)) : path(entry.name)));
};

const foundIn = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

type Needle = { readonly kind: string; readonly bytes: Buffer };

/** Looks for all needles in one pass, by their first three bytes: there are hundreds, and a profile has a hundred megabytes. */
const finderOf = (needles: readonly Needle[]): ((bytes: Buffer) => ReadonlySet<string>) => {
  const byStart = new Map<number, Needle[]>();
  const isStart = new Uint8Array(1 << 24);
  for (const needle of needles) {
    const start = needle.bytes.readUIntBE(0, 3);
    isStart[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  return (bytes) => {
    const kinds = new Set<string>();
    let start = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      start = ((start << 8) | (bytes[at] ?? 0)) & 0xffffff;
      if (isStart[start] === 0 || at < 2) continue;
      for (const { kind, bytes: needle } of byStart.get(start) ?? [])
        if (needle.equals(bytes.subarray(at - 2, at - 2 + needle.length))) kinds.add(kind);
    }
    return kinds;
  };
};

/** Files come and go while a browser runs. */
const read = (path: string): Buffer => {
  try {
    return statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
};

const spellings = (text: string): readonly Buffer[] => {
  const utf16 = Buffer.from(text, "utf16le");
  return [
    Buffer.from(text),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(
      JSON.stringify(text)
        .slice(1, -1)
        .replace(/[^ -~]/g, escaped),
    ),
    ...base64(Buffer.from(text)),
    ...base64(utf16),
  ];
};

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

const encodings = (bytes: Buffer): readonly Buffer[] => [
  bytes,
  Buffer.from(bytes.toString("hex")),
  Buffer.from(bytes.toString("latin1"), "utf8"),
  ...base64(bytes),
];

/** What of it stands in base64 at each of the three places where it may begin. */
const base64 = (bytes: Buffer): readonly Buffer[] =>
  [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replaceAll("=", "");
    const inner = text.slice(shift === 0 ? 0 : shift + 1, -1);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")].map((one) => Buffer.from(one));
  });
