import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { privateFile } from "./private-file.ts";

/** `auto_vacuum` of a file whose free pages can be cut off. */
export const INCREMENTAL = 2;

/** The copy needs as much room as the file; this much more stays free. */
const SPARE_BYTES = 64 * 1024 ** 2;

/**
 * Makes a file that was begun without `auto_vacuum` one that can shrink, once. SQLite takes that setting for a file that holds
 * something only by writing all of it anew: a copy beside it, which takes the file's place when it is whole and on the disk. Cut off
 * anywhere, the file is as it was. Costs about 12 ms a megabyte and as much room as the file has; where the room is not there, or
 * the copy fails, the store goes on as before and tries at its next start.
 */
export const convertFile = (file: string): void => {
  const copy = `${file}.converted`;
  rmSync(copy, { force: true });
  if (!existsSync(file) || statSync(file).size === 0) return;
  if (!copyAnew(file, copy)) {
    rmSync(copy, { force: true });
    return;
  }
  syncPath(copy);
  renameSync(copy, file);
  syncPath(dirname(file));
};

/** True where a whole copy lies there. Only without a log, which is possible only where no other process has the file open. */
const copyAnew = (file: string, copy: string): boolean => {
  const sqlite = new SQLite(file);
  try {
    if (sqlite.pragma("auto_vacuum", { simple: true }) === INCREMENTAL) return false;
    if (!hasRoomFor(file) || sqlite.pragma("journal_mode = DELETE", { simple: true }) !== "delete") return false;
    sqlite.pragma("auto_vacuum = INCREMENTAL");
    privateFile(copy);
    sqlite.prepare("VACUUM INTO ?").run(copy);
    return isWhole(copy);
  } catch {
    return false;
  } finally {
    sqlite.close();
  }
};

const hasRoomFor = (file: string): boolean => {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize > statSync(file).size + SPARE_BYTES;
};

const isWhole = (copy: string): boolean => {
  const sqlite = new SQLite(copy, { readonly: true });
  try {
    return (
      sqlite.pragma("auto_vacuum", { simple: true }) === INCREMENTAL &&
      sqlite.pragma("quick_check(1)", { simple: true }) === "ok"
    );
  } finally {
    sqlite.close();
  }
};

const syncPath = (path: string): void => {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
};
