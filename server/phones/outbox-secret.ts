import { createHmac, randomBytes } from "node:crypto";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { equalSecrets, serverDatabase } from "./phone-record.ts";

const id = "outbox-secret";

/** 32 bytes from which follow the keys that sealed outboxes are opened with. Made once; every front of one CouchDB finds the same. */
export const outboxSecret = async (couch: CouchClient, tries = 3): Promise<Buffer> => {
  const found = await couch.get<{ readonly secret?: string }>(`${serverDatabase}/${id}`);
  if (found.status === 200 && found.body.secret) return Buffer.from(found.body.secret, "base64url");
  await installDatabase(couch, serverDatabase);
  const made = await couch.put(`${serverDatabase}/${id}`, { secret: randomBytes(32).toString("base64url") });
  if (tries === 0 || (made.status >= 300 && made.status !== 409))
    throw new Error(`the outbox's key was not kept: ${made.status}`);
  return outboxSecret(couch, tries - 1);
};

/** Proves that an account wrote on a device: only a phone that was signed in with this account has it. */
export const authorTokenFor = (secret: Buffer, by: string, device: string): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["pass", by, device]))
    .digest("base64url");

export const isAuthorToken = (secret: Buffer, by: string, device: string, given: string): boolean =>
  equalSecrets(authorTokenFor(secret, by, device), given);
