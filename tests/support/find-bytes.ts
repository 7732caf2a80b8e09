import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Every file under a folder that holds one of the texts in UTF-8, UTF-16 or base64, or one of the keys as it is, in hexadecimal or base64:
 * `text in …`, `key in …`.
 */
export const filesWith = (folder: string, secrets: readonly (string | Uint8Array)[]): readonly string[] => {
  const wanted = secrets.map((secret) =>
    typeof secret === "string"
      ? { kind: "text", needles: spellings(secret) }
      : { kind: "key", needles: encodings(Buffer.from(secret)) },
  );
  const hits = readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((path) => {
    const bytes = read(join(folder, path));
    const inIt = wanted.filter(({ needles }) => needles.some((needle) => bytes.includes(needle)));
    return inIt.map(({ kind }) => `${kind} in ${path}`);
  });
  return [...new Set(hits)];
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
