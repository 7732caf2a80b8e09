import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install.ts";

/** Where the server keeps what is its own; no account may open it. It is in every backup. */
export const serverDatabase = "server";
const id = "outbox-secret";

/** 32 bytes from which follow the keys that sealed outboxes are opened with. Made once; every front of one CouchDB finds the same. */
export const outboxSecret = async (couch: CouchClient): Promise<Buffer> => {
  const found = await couch.get<{ readonly secret?: string }>(`${serverDatabase}/${id}`);
  if (found.status === 200 && found.body.secret) return Buffer.from(found.body.secret, "base64url");
  await installDatabase(couch, serverDatabase);
  const made = await couch.put(`${serverDatabase}/${id}`, { secret: randomBytes(32).toString("base64url") });
  if (made.status >= 300 && made.status !== 409) throw new Error(`the outbox's key was not kept: ${made.status}`);
  return outboxSecret(couch);
};

/** Proves that an account wrote on a device: only somebody who was signed in as this account has it. */
export const passFor = (secret: Buffer, by: string, device: string): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["pass", by, device]))
    .digest("base64url");

export const isPassOf = (secret: Buffer, by: string, device: string, given: string): boolean => {
  const [right, shown] = [Buffer.from(passFor(secret, by, device)), Buffer.from(String(given))];
  return right.length === shown.length && timingSafeEqual(right, shown);
};
