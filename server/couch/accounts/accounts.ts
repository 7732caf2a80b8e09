import { createHmac, randomBytes } from "node:crypto";
import { findRow } from "../documents/find-document.ts";
import { isStrings, type JsonObject } from "../json/json.ts";
import { refuse } from "../refuse.ts";
import type { Store } from "../store/open-store.ts";
import type { Account } from "./account.ts";
import { USER_PREFIX } from "./can-see.ts";
import { openConcurrencyLimit } from "./concurrency-limit.ts";
import { openLockout } from "./lockout.ts";
import { openPasswordCache } from "./password-cache.ts";
import { fitsPassword, hashPassword } from "./passwords.ts";
import { isGenuine, type Session } from "./session-cookie.ts";

export type Accounts = {
  readonly iterations: number;
  readonly secret: string;
  readonly find: (name: string) => Promise<Account | undefined>;
  /** Whether this server gave a session to an account of this salt. */
  readonly isGenuine: (session: Session, salt: string) => boolean;
  /** Seconds since 1970 for a new session of an account; no two sessions have the same, for nothing else tells them apart. */
  readonly sessionTime: (name: string) => number;
  /** The account if the password is right; refuses (403) an account locked after too many wrong ones. */
  readonly prove: (name: string, password: string, address: string) => Promise<Account | undefined>;
};

type Options = {
  readonly admins: Readonly<Record<string, string>>;
  readonly secret: string;
  readonly iterations: number;
  readonly lockout: boolean;
};

/** Node has four threads for such work; other work, like unpacking requests, needs some too. */
const HASHES_AT_ONCE = 2;
/** Whoever comes later is told to come again. */
const MOST_WAITING = 300;

const LOCKED = "Account is temporarily locked due to multiple authentication failures";

/** The server administrators of the configuration and the accounts of `_users`. */
export const openAccounts = (store: Store, { admins, secret, iterations, lockout: locks }: Options): Accounts => {
  const lockout = openLockout();
  const limitHashing = openConcurrencyLimit(HASHES_AT_ONCE, MOST_WAITING);
  const proven = openPasswordCache((password, record) => limitHashing(() => fitsPassword(password, record)));
  const hashed = hashAdmins(admins, secret, iterations);
  const nobody = hashPassword(randomBytes(16).toString("hex"), randomBytes(16).toString("hex"), iterations);

  const readRecord = openRecords(store);

  const find = async (name: string): Promise<Account | undefined> => {
    const admin = (await hashed).get(name);
    const record = readRecord(name);
    const roles = isStrings(record?.roles) ? record.roles : [];
    if (admin) return { ...admin, roles: ["_admin", ...roles] };
    return record && typeof record.salt === "string" ? { name, roles, salt: record.salt, record } : undefined;
  };

  const prove = async (name: string, password: string, address: string): Promise<Account | undefined> => {
    const account = await find(name);
    if (!account) {
      const record = await nobody;
      await limitHashing(() => fitsPassword(password, record));
      return undefined;
    }
    const key = JSON.stringify([address, name, account.salt]);
    if (locks && lockout.isLocked(key)) return refuse(403, "forbidden", LOCKED);
    if (await proven.check(account, password)) return account;
    lockout.fail(key);
    return undefined;
  };

  return { iterations, secret, find, isGenuine: rememberGenuine(secret), sessionTime: openSessionTimes(), prove };
};

const MOST_REMEMBERED = 2_000;

/** Reads documents of `_users`; what was read is good until one of them changes. */
const openRecords = (store: Store): ((name: string) => JsonObject | undefined) => {
  const known = new Map<string, JsonObject | undefined>();
  let version = "";
  return (name) => {
    const users = store.find("_users");
    const current = users ? `${users.instance} ${users.counters.seq} ${users.counters.purges}` : "";
    if (current !== version || known.size > MOST_REMEMBERED) known.clear();
    version = current;
    if (known.has(name)) return known.get(name);
    const row = users && findRow(users, USER_PREFIX + name);
    const record = row && !row.deleted ? (JSON.parse(row.body) as JsonObject) : undefined;
    known.set(name, record);
    return record;
  };
};

/** A phone sends its session with each request: what was found genuine is so until the password, and with it the salt, is another. */
const rememberGenuine = (secret: string): Accounts["isGenuine"] => {
  const known = new Set<string>();
  return (session, salt) => {
    const key = JSON.stringify([session.name, session.time, session.mac, salt]);
    if (known.has(key)) return true;
    if (!isGenuine(session, salt, secret)) return false;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.add(key);
    return true;
  };
};

/** How far ahead of the clock a session may be dated. */
const MOST_AHEAD = 30;

const openSessionTimes = (): Accounts["sessionTime"] => {
  const last = new Map<string, number>();
  return (name) => {
    const now = Math.floor(Date.now() / 1000);
    const time = Math.min(Math.max(now, (last.get(name) ?? 0) + 1), now + MOST_AHEAD);
    if (last.size > MOST_REMEMBERED) last.clear();
    last.set(name, time);
    return time;
  };
};

/** The salt follows from name and password, so that sessions survive a restart and end with the password. */
const hashAdmins = async (
  admins: Options["admins"],
  secret: string,
  iterations: number,
): Promise<Map<string, Account>> => {
  const accounts = new Map<string, Account>();
  for (const [name, password] of Object.entries(admins)) {
    const salt = createHmac("sha256", secret)
      .update(JSON.stringify([name, password]))
      .digest("hex")
      .slice(0, 32);
    accounts.set(name, { name, roles: ["_admin"], salt, record: await hashPassword(password, salt, iterations) });
  }
  return accounts;
};
