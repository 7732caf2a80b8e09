import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every file under a folder that holds the text in UTF-8, UTF-16 or base64, or the bytes as they are or in hexadecimal. */
export const filesWith = (folder: string, wanted: string | Uint8Array): readonly string[] => {
  const needles = typeof wanted === "string" ? spellings(wanted) : encodings(Buffer.from(wanted));
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => {
    const bytes = read(join(folder, path));
    return needles.some((needle) => bytes.includes(needle));
  });
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
