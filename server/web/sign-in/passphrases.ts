import { createHmac, randomBytes } from "node:crypto";
import { isServerPassword } from "../../../src/device/keyring/server-password.ts";
import { type Derive, findAccount, passwordOf } from "../../accounts/accounts.ts";
import type { CouchClient } from "../../couch-client.ts";

/** The password that the store knows for a typed passphrase. */
export type PasswordFor = (typed: { readonly name: string; readonly password: string }) => Promise<string>;

const most = 1_000;

/**
 * Phones send what they have made of the passphrase; programs send the passphrase itself, and it is made here, once. Accounts that somebody
 * else made, and the administrator's, keep the password they have.
 */
export const passphrasesOf = (couch: () => CouchClient, administrator: string, derive?: Derive): PasswordFor => {
  const key = randomBytes(32);
  const made = new Map<string, string>();
  return async ({ name, password }) => {
    if (name === administrator || isServerPassword(password)) return password;
    const digest = createHmac("sha256", key)
      .update(JSON.stringify([name, password]))
      .digest("base64");
    const known = made.get(digest);
    if (known) return known;
    const account = await findAccount(couch(), name).catch(() => undefined);
    if (!account?.derived) return password;
    const derived = await passwordOf(name, password, derive);
    made.set(digest, derived);
    if (made.size > most) made.delete(made.keys().next().value ?? "");
    return derived;
  };
};
