import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Head, readHeads } from "./head.ts";

/** What lies in `DATA_DIR/audit`, readable by the owner only. `index` can be made again from `chain`. */
export const auditFiles = (dataDir: string) => {
  const folder = join(dataDir, "audit");
  const file = (name: string) => join(folder, name);
  return {
    folder,
    chain: file("chain.jsonl"),
    heads: file("heads.txt"),
    key: file("key.pem"),
    index: file("index.sqlite"),
  };
};

export type AuditFiles = ReturnType<typeof auditFiles>;

export const makeFolder = ({ folder }: AuditFiles): void => void mkdirSync(folder, { recursive: true, mode: 0o700 });

/** Made at the first start. */
export const signingKey = (files: AuditFiles): KeyObject => {
  const there = keyIn(files);
  if (there) return there;
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  writeFileSync(files.key, pem, { mode: 0o600, flag: "wx", flush: true });
  return privateKey;
};

export const keyIn = ({ key }: AuditFiles): KeyObject | undefined =>
  existsSync(key) ? createPrivateKey(readFileSync(key, "utf8")) : undefined;

/** The heads that this server signed, oldest first. A last line that was cut off by a power cut is none. */
export const headsIn = ({ heads }: AuditFiles): readonly Head[] =>
  existsSync(heads) ? readHeads(readFileSync(heads, "utf8")) : [];
