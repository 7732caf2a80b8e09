import { randomUUID } from "node:crypto";
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import SQLite from "better-sqlite3";
import { checkFile } from "./backup-file.ts";
import { recoveringUntil } from "./recovering-until.ts";

/** Whether the store holds more than what the server makes by itself: one design document for each database. */
export const holdsDocuments = (file: string): boolean => {
  if (!existsSync(file)) return false;
  const store = new SQLite(file, { readonly: true });
  try {
    return (
      (store.prepare("SELECT coalesce(sum(living - 1), 0) FROM databases WHERE living > 0").pluck().get() as number) > 0
    );
  } finally {
    store.close();
  }
};

/**
 * Puts a backup in the place of the store; the server must not run. Every database gets a new life (`instance`), by which phones
 * see that it came back older and send again what it lacks. What was there is set aside and answered, not deleted.
 */
export const restoreFile = (backup: string, file: string, now: Date): string | undefined => {
  checkFile(backup);
  const fresh = `${file}.new`;
  copyFileSync(backup, fresh);
  beginNewLife(fresh);
  const aside = existsSync(file) ? setAside(file, now) : undefined;
  renameSync(fresh, file);
  return aside;
};

/**
 * Every database gets a new identity, and lets phones bring back for a while what others wrote: those may be out of reach. The
 * embedded store keeps `_security` as text.
 */
const beginNewLife = (path: string): void => {
  const store = new SQLite(path);
  store.pragma("journal_mode = DELETE");
  const instance = store.prepare("UPDATE databases SET instance = ?, started = ? WHERE number = ?");
  const recovering = store.prepare(
    "UPDATE databases SET security = json_set(security, '$.recoveringUntil', ?) WHERE name GLOB 'site-*' OR name GLOB 'trip-*' OR name = 'directory'",
  );
  const started = Math.floor(Date.now() / 1000);
  store.transaction(() => {
    for (const number of store.prepare("SELECT number FROM databases").pluck().all())
      instance.run(life(), started, number);
    recovering.run(recoveringUntil(new Date()));
    store.prepare("UPDATE server SET value = ? WHERE name = 'uuid'").run(life());
  })();
  store.close();
  const written = openSync(path, "r");
  fsyncSync(written);
  closeSync(written);
};

const life = (): string => randomUUID().replaceAll("-", "");

/** What still lies in the write-ahead log is taken into the file first. */
const setAside = (file: string, now: Date): string => {
  const store = new SQLite(file);
  store.pragma("wal_checkpoint(TRUNCATE)");
  store.close();
  const aside = `${file}.before-${now.toISOString().replace(/[:.]/g, "-")}`;
  renameSync(file, aside);
  for (const ending of ["-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
  return aside;
};
