import { randomUUID } from "node:crypto";
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import SQLite from "better-sqlite3";
import { keepPrivate, privateFile } from "../couch/store/private-file.ts";
import { checkFile, withoutLog } from "./backup-file.ts";
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
 * Lays a checked copy of a backup beside the store and answers where; the backup's own file is not opened, so nothing is left beside it. Throws
 * where it is damaged, or holds what no store holds.
 */
export const layBeside = (backup: string, file: string): string => {
  const fresh = `${file}.new`;
  letGo(fresh);
  privateFile(fresh);
  copyFileSync(backup, fresh);
  keepPrivate(fresh, 0o600);
  try {
    withoutLog(fresh);
    checkFile(fresh);
  } catch (error) {
    letGo(fresh);
    throw error;
  }
  return fresh;
};

/** Takes away a file of a store with what SQLite laid beside it. */
export const letGo = (file: string): void => {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${file}${ending}`, { force: true });
};

/**
 * Puts what lies beside the store in its place; the server must not run. Every database gets a new life (`instance`), by which phones
 * see that it came back older and send again what it lacks. What was there is set aside and answered, not deleted.
 */
export const putInPlace = (fresh: string, file: string, now: Date): string | undefined => {
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

/** What still lies in the write-ahead log is taken into the file first; where it is damaged, all of it is set aside as it is. */
const setAside = (file: string, now: Date): string => {
  takeInLog(file);
  const aside = `${file}.before-${now.toISOString().replace(/[:.]/g, "-")}`;
  for (const ending of ["", "-wal", "-shm"])
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${aside}${ending}`);
  return aside;
};

const takeInLog = (file: string): void => {
  let store: SQLite.Database | undefined;
  try {
    store = new SQLite(file);
    store.pragma("journal_mode = DELETE");
  } catch {
    // Not even its log can be read.
  } finally {
    store?.close();
  }
};
