import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "../../src/domain/dates/add-days.ts";
import { isRealDay } from "../../src/domain/dates/real-moments.ts";
import type { Document } from "../../src/domain/model/document.ts";
import type { KeptContent } from "../workers/expiry/expire.ts";

/** Days in which what expired by mistake can be put back. */
const keptDays = 7;
const cipher = "aes-256-gcm";

/** What expired on one day, by database. */
export type ExpiredContent = { readonly database: string; readonly documents: readonly Document[] };

/**
 * Keeps what expires for seven days: in a file for each day, sealed under a key of that day, which is destroyed after them. What somebody
 * asked to be erased is never here.
 */
export const keepExpired = (dataDir: string): KeptContent => ({
  add: (database, today, documents) => {
    mkdirSync(folderIn(dataDir), { recursive: true, mode: 0o700 });
    const text = JSON.stringify({ database, documents } satisfies ExpiredContent);
    appendFileSync(contentOf(dataDir, today), `${seal(keyOn(dataDir, today), text)}\n`, { mode: 0o600 });
  },
  destroyOld: (today) => destroyOld(dataDir, today),
});

/** Destroys the keys, and then what they sealed, of all days that are over. */
export const destroyOld = (dataDir: string, today: string): void => {
  for (const day of daysKept(dataDir)) {
    if (addDays(day, keptDays) >= today) continue;
    if (existsSync(keyFileOf(dataDir, day))) writeFileSync(keyFileOf(dataDir, day), randomBytes(keyLength));
    for (const file of [keyFileOf(dataDir, day), contentOf(dataDir, day)]) rmSync(file, { force: true });
  }
};

/** The days of which anything is kept. */
export const daysKept = (dataDir: string): readonly string[] => {
  if (!existsSync(folderIn(dataDir))) return [];
  return [...new Set(readdirSync(folderIn(dataDir)).map((file) => file.slice(0, 10)))].sort();
};

/** What expired on a day; nothing where its key was destroyed. */
export const expiredOn = (dataDir: string, day: string): readonly ExpiredContent[] => {
  if (!isRealDay(day)) return [];
  if (!existsSync(keyFileOf(dataDir, day)) || !existsSync(contentOf(dataDir, day))) return [];
  const key = readFileSync(keyFileOf(dataDir, day));
  const lines = readFileSync(contentOf(dataDir, day), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(open(key, line)) as ExpiredContent);
};

const folderIn = (dataDir: string): string => join(dataDir, "expired");
const contentOf = (dataDir: string, day: string): string => join(folderIn(dataDir), `${day}.sealed`);
const keyFileOf = (dataDir: string, day: string): string => join(folderIn(dataDir), `${day}.key`);

const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

const keyOn = (dataDir: string, day: string): Buffer => {
  const file = keyFileOf(dataDir, day);
  if (!existsSync(file)) writeFileSync(file, randomBytes(keyLength), { mode: 0o600, flag: "wx" });
  return readFileSync(file);
};

const seal = (key: Buffer, text: string): string => {
  const nonce = randomBytes(nonceLength);
  const sealing = createCipheriv(cipher, key, nonce);
  const box = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([nonce, box, sealing.getAuthTag()]).toString("base64");
};

const open = (key: Buffer, line: string): string => {
  const bytes = Buffer.from(line, "base64");
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength));
  opening.setAuthTag(bytes.subarray(-tagLength));
  const text = Buffer.concat([opening.update(bytes.subarray(nonceLength, -tagLength)), opening.final()]);
  return text.toString("utf8");
};
