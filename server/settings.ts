import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

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
};

export type Admin = { readonly user: string; readonly password: string };

export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const dataDir = resolve(environment.DATA_DIR ?? "./data");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const keys = keysIn(dataDir);
  const given = environment.ADMIN_USER && environment.ADMIN_PASSWORD;
  return {
    port: Number(environment.PORT ?? 8080),
    host: environment.HOST ?? "127.0.0.1",
    dataDir,
    demo: environment.DEMO !== "0",
    admin: given
      ? { user: environment.ADMIN_USER as string, password: environment.ADMIN_PASSWORD as string }
      : { user: "admin", password: keys.adminPassword },
    adminIsNew: !given && keys.fresh,
    secret: keys.secret,
  };
};

/** Secrets of this installation, made at the first start, readable by the owner only. */
const keysIn = (dataDir: string): { adminPassword: string; secret: string; fresh: boolean } => {
  const file = resolve(dataDir, "keys.json");
  if (existsSync(file)) return { ...JSON.parse(readFileSync(file, "utf8")), fresh: false };
  const keys = { adminPassword: randomBytes(18).toString("base64url"), secret: randomBytes(32).toString("base64url") };
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  chmodSync(file, 0o600);
  return { ...keys, fresh: true };
};
