import { join } from "node:path";
import SQLite from "better-sqlite3";
import { privateFile } from "../couch/store/private-file.ts";

/** A sentence for the operator; no stack trace. */
export class FolderInUse extends Error {}

/**
 * Holds a data folder for this process, so that no second server writes there. The system itself keeps the lock, in a file of its own beside
 * the store, and takes it back when the process ends, however it ends: nothing is left behind that a later start could mistake for a server,
 * also where every process in a container has the same number. Answers what lets go.
 */
export const holdFolder = (folder: string): (() => void) => {
  const file = join(folder, "server.lock");
  privateFile(file);
  const lock = new SQLite(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new FolderInUse(`Another server works in ${folder}. Only one may write there; end it first.`);
  }
  return () => lock.close();
};
