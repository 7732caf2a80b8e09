import { createHmac, randomBytes } from "node:crypto";
import type { JsonObject } from "../json/json.ts";
import type { Account } from "./account.ts";

type Check = (password: string, record: JsonObject) => Promise<boolean>;

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 1000;

/** Checks passwords, once for many requests with the same: 600,000 rounds for each Basic header would be too slow. */
export type PasswordCache = { readonly check: (account: Account, password: string) => Promise<boolean> };

/** Remembers keyed hashes only; the key lives as long as the process. */
export const openPasswordCache = (fitsPassword: Check): PasswordCache => {
  const key = randomBytes(32);
  const checks = new Map<string, { readonly fits: Promise<boolean>; readonly until: number }>();
  return {
    check: async (account, password) => {
      const secret = JSON.stringify([
        account.name,
        password,
        account.salt,
        account.record.derived_key ?? account.record.password_sha ?? null,
      ]);
      const digest = createHmac("sha256", key).update(secret).digest("base64");
      const known = checks.get(digest);
      if (known && known.until > Date.now()) return known.fits;
      const fits = fitsPassword(password, account.record);
      checks.set(digest, { fits, until: Date.now() + KEPT_MS });
      const [oldest] = checks.keys();
      if (checks.size > MOST_KEPT && oldest !== undefined) checks.delete(oldest);
      if (!(await fits)) checks.delete(digest);
      return fits;
    },
  };
};
