import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { closeFolder } from "./operations/close-folder.ts";

/** What the environment decides, with the defaults of the contract. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly admin: Admin;
  /** True when the administrator was made just now: the password is printed once. */
  readonly adminIsNew: boolean;
  /** Signs session cookies; kept with the data so that a restart throws nobody out. */
  readonly secret: string;
  /** An existing CouchDB in place of the embedded store; without name and password. */
  readonly couchUrl?: string;
  /** Who may say `X-Forwarded-For` and `-Proto`: addresses, networks, or `loopback`, `uniquelocal`. */
  readonly trustedProxy?: string;
  /** Hours for which a phone that is not heard lets its people read; 72 at most. */
  readonly leaseHours: number;
  /** Every request in the log, or only those that failed or took long. */
  readonly logs: "all" | "notable";
};

export type Admin = { readonly user: string; readonly password: string };

export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const dataDir = resolve(environment.DATA_DIR ?? "./data");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  closeFolder(dataDir);
  const keys = keysIn(dataDir);
  const couch = couchOf(environment.COUCHDB_URL);
  const given = couch?.admin ?? adminOf(environment);
  if (couch && !given)
    throw new Error("COUCHDB_URL needs an administrator: in the URL, or ADMIN_USER and ADMIN_PASSWORD.");
  return {
    port: Number(environment.PORT ?? 8080),
    host: environment.HOST ?? "127.0.0.1",
    dataDir,
    demo: environment.DEMO !== "0",
    admin: given ?? { user: "admin", password: keys.adminPassword },
    adminIsNew: !given && keys.fresh,
    secret: keys.secret,
    leaseHours: leaseOf(environment.LEASE_HOURS),
    logs: environment.LOG === "all" ? "all" : "notable",
    ...(couch && { couchUrl: couch.url }),
    ...(environment.TRUSTED_PROXY && { trustedProxy: environment.TRUSTED_PROXY }),
  };
};

const leaseOf = (text: string | undefined): number => {
  const hours = Number(text ?? 24);
  if (!(hours > 0 && hours <= 72)) throw new Error("LEASE_HOURS is a number of hours up to 72.");
  return hours;
};

const adminOf = ({ ADMIN_USER: user, ADMIN_PASSWORD: password }: NodeJS.ProcessEnv): Admin | undefined =>
  user && password ? { user, password } : undefined;

const couchOf = (text: string | undefined): { url: string; admin: Admin | undefined } | undefined => {
  if (!text) return undefined;
  if (!URL.canParse(text) || !/^https?:\/\//.test(text)) throw new Error("COUCHDB_URL is not an http address.");
  const url = new URL(text);
  const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  const path = url.pathname.replace(/\/+$/, "");
  return { url: `${url.origin}${path}`, admin: user && password ? { user, password } : undefined };
};

/** Secrets of this installation, made at the first start, readable by the owner only. */
const keysIn = (dataDir: string): { adminPassword: string; secret: string; fresh: boolean } => {
  const file = resolve(dataDir, "keys.json");
  if (existsSync(file)) return { ...JSON.parse(readFileSync(file, "utf8")), fresh: false };
  const keys = { adminPassword: randomBytes(18).toString("base64url"), secret: randomBytes(32).toString("base64url") };
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return { ...keys, fresh: true };
};
