import { closeSync, fsyncSync, openSync } from "node:fs";
import SQLite from "better-sqlite3";
import { keepPrivate } from "../couch/store/private-file.ts";
import { checkSchema } from "./check-schema.ts";

const everyPage = 0x7f_ff_ff_ff;

/**
 * Copies the embedded store to `target` while the server writes, by SQLite's own online backup: all pages in one step, so the
 * copy is the state of one moment. One file: nothing lies beside it. Throws where the copy is not whole.
 */
export const backUpFile = async (source: string, target: string): Promise<void> => {
  closeSync(openSync(target, "wx", 0o600));
  const store = new SQLite(source, { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    await store.backup(target, { progress: () => everyPage });
  } finally {
    store.close();
  }
  keepPrivate(target, 0o600);
  withoutLog(target);
  checkFile(target);
  const file = openSync(target, "r");
  fsyncSync(file);
  closeSync(file);
};

/** A file whose header says that it has a log gets one from everybody who only reads it. */
export const withoutLog = (path: string): void => {
  const store = new SQLite(path, { fileMustExist: true });
  try {
    store.pragma("journal_mode = DELETE");
  } finally {
    store.close();
  }
};

/** Throws unless the file is a whole store and nothing but a store. */
export const checkFile = (path: string): void => {
  const copy = new SQLite(path, { readonly: true, fileMustExist: true });
  try {
    copy.pragma("trusted_schema = OFF");
    // First: before it is known what the file holds nothing in it is asked.
    checkSchema(copy);
    if (copy.pragma("quick_check", { simple: true }) !== "ok") throw new Error("the backup is damaged");
  } finally {
    copy.close();
  }
};
