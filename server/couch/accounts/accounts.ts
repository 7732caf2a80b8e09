import { createHmac, randomBytes } from "node:crypto";
import { findRow } from "../documents/find-document.ts";
import { isStrings, type JsonObject } from "../json/json.ts";
import { refuse } from "../refuse.ts";
import type { Database } from "../store/database.ts";
import type { Store } from "../store/open-store.ts";
import type { Account } from "./account.ts";
import { USER_PREFIX } from "./can-see.ts";
import { openConcurrencyLimit } from "./concurrency-limit.ts";
import { type KnownSessions, openKnownSessions } from "./known-sessions.ts";
import { openLockout } from "./lockout.ts";
import { openPasswordCache } from "./password-cache.ts";
import { fitsPassword, hashPassword } from "./passwords.ts";

export type Accounts = KnownSessions & {
  readonly iterations: number;
  readonly secret: string;
  readonly find: (name: string) => Account | undefined;
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
/** Later requests are told to come again. */
const MOST_WAITING = 300;

const LOCKED = "Account is temporarily locked due to multiple authentication failures";

/** The server administrators of the configuration and the accounts of `_users`. */
export const openAccounts = (store: Store, { admins, secret, iterations, lockout: locks }: Options): Accounts => {
  const lockout = openLockout();
  const limitHashing = openConcurrencyLimit(HASHES_AT_ONCE, MOST_WAITING);
  const proven = openPasswordCache((password, record) => limitHashing(() => fitsPassword(password, record)));
  const salts = saltAdmins(admins, secret);
  const hashed = hashAdmins(admins, salts, iterations);
  const find = openFinding(store, salts);
  const nobody = hashPassword(randomBytes(16).toString("hex"), randomBytes(16).toString("hex"), iterations);

  const prove = async (name: string, password: string, address: string): Promise<Account | undefined> => {
    const account = find(name);
    if (!account) {
      const record = await nobody;
      await limitHashing(() => fitsPassword(password, record));
      return undefined;
    }
    const key = JSON.stringify([address, name, account.salt]);
    if (locks && lockout.isLocked(key)) return refuse(403, "forbidden", LOCKED);
    const record = (await hashed).get(name) ?? account.record;
    if (await proven.check({ ...account, record }, password)) return account;
    lockout.fail(key);
    return undefined;
  };

  return { iterations, secret, find, ...openKnownSessions(secret), sessionTime: openSessionTimes(), prove };
};

const MOST_REMEMBERED = 2_000;

/** Finds accounts; what was found is good until a document of `_users` changes. */
const openFinding = (store: Store, admins: ReadonlyMap<string, string>): Accounts["find"] => {
  const known = new Map<string, Account | undefined>();
  let read: { readonly users: Database | undefined; readonly seq: number; readonly purges: number } | undefined;
  const isAsRead = (users: Database | undefined) =>
    read?.users === users && read?.seq === users?.counters.seq && read?.purges === users?.counters.purges;
  return (name) => {
    const users = store.find("_users");
    if (!isAsRead(users) || known.size > MOST_REMEMBERED) known.clear();
    read = { users, seq: users?.counters.seq ?? 0, purges: users?.counters.purges ?? 0 };
    if (known.has(name)) return known.get(name);
    const row = users && findRow(users, USER_PREFIX + name);
    const record = row && !row.deleted ? (JSON.parse(row.body) as JsonObject) : undefined;
    const account = accountOf(name, record, admins.get(name));
    known.set(name, account);
    return account;
  };
};

/** `adminSalt`: of the server administrator of this name. */
const accountOf = (
  name: string,
  record: JsonObject | undefined,
  adminSalt: string | undefined,
): Account | undefined => {
  const roles = isStrings(record?.roles) ? record.roles : [];
  if (adminSalt !== undefined) return { name, roles: ["_admin", ...roles], salt: adminSalt, record: {} };
  return record && typeof record.salt === "string" ? { name, roles, salt: record.salt, record } : undefined;
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
const saltAdmins = (admins: Options["admins"], secret: string): Map<string, string> =>
  new Map(
    Object.entries(admins).map(([name, password]) => {
      const salt = createHmac("sha256", secret).update(JSON.stringify([name, password]));
      return [name, salt.digest("hex").slice(0, 32)];
    }),
  );

const hashAdmins = async (
  admins: Options["admins"],
  salts: ReadonlyMap<string, string>,
  iterations: number,
): Promise<Map<string, JsonObject>> => {
  const records = new Map<string, JsonObject>();
  for (const [name, salt] of salts) records.set(name, await hashPassword(admins[name] ?? "", salt, iterations));
  return records;
};
