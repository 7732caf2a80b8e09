import { chmodSync, closeSync, fsyncSync, openSync } from "node:fs";
import SQLite from "better-sqlite3";

const everyPage = 0x7f_ff_ff_ff;

/**
 * Copies the embedded store to `target` while the server writes, by SQLite's own online backup: all pages in one step, so the
 * copy is the state of one moment. Throws where the copy is not whole.
 */
export const backUpFile = async (source: string, target: string): Promise<void> => {
  closeSync(openSync(target, "wx", 0o600));
  const store = new SQLite(source, { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    await store.backup(target, { progress: () => everyPage });
  } finally {
    store.close();
  }
  chmodSync(target, 0o600);
  checkFile(target);
  const file = openSync(target, "r");
  fsyncSync(file);
  closeSync(file);
};

/** Throws unless the file is a whole store. */
export const checkFile = (path: string): void => {
  const copy = new SQLite(path, { readonly: true, fileMustExist: true });
  try {
    if (copy.pragma("quick_check", { simple: true }) !== "ok") throw new Error("the backup is damaged");
    copy.prepare("SELECT count(*) FROM databases").get();
  } finally {
    copy.close();
  }
};
