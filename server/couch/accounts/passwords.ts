import { createHash, pbkdf2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { JsonObject } from "../json/json.ts";

const derive = promisify(pbkdf2);

const KEY_BYTES = { sha: 20, sha256: 32, sha512: 64 } as const;
type Prf = keyof typeof KEY_BYTES;

/** How a password is kept: CouchDB 3.4's scheme. All members go into the account's document. */
export type PasswordRecord = {
  readonly password_scheme: "pbkdf2";
  readonly pbkdf2_prf: "sha256";
  readonly salt: string;
  readonly iterations: number;
  readonly derived_key: string;
};

/** Hashes off the event loop. */
export const hashPassword = async (password: string, salt: string, iterations: number): Promise<PasswordRecord> => ({
  password_scheme: "pbkdf2",
  pbkdf2_prf: "sha256",
  salt,
  iterations,
  derived_key: await deriveHex(password, salt, iterations, "sha256"),
});

const MOST_ITERATIONS = 5_000_000;

/** Whether the password fits an account's document, also one hashed by an older CouchDB. */
export const fitsPassword = async (password: string, account: JsonObject): Promise<boolean> => {
  const {
    password_scheme: scheme = "simple",
    salt,
    iterations,
    derived_key: key,
    password_sha: sha,
    pbkdf2_prf: prf,
  } = account;
  if (typeof salt !== "string") return false;
  if (scheme === "simple") {
    return (
      typeof sha === "string" &&
      isEqual(
        createHash("sha1")
          .update(password + salt)
          .digest("hex"),
        sha,
      )
    );
  }
  if (scheme !== "pbkdf2" || typeof key !== "string" || typeof iterations !== "number") return false;
  if (!Number.isSafeInteger(iterations) || iterations < 1 || iterations > MOST_ITERATIONS) return false;
  const known = prf === undefined ? "sha" : prf;
  return isPrf(known) && isEqual(await deriveHex(password, salt, iterations, known), key);
};

const isPrf = (name: unknown): name is Prf => typeof name === "string" && Object.hasOwn(KEY_BYTES, name);

const deriveHex = async (password: string, salt: string, iterations: number, prf: Prf): Promise<string> => {
  const key = await derive(password, salt, iterations, KEY_BYTES[prf], prf === "sha" ? "sha1" : prf);
  return key.toString("hex");
};

const isEqual = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b.toLowerCase())];
  return left.length === right.length && timingSafeEqual(left, right);
};
