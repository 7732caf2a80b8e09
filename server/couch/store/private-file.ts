import { chmodSync, closeSync, openSync } from "node:fs";

/** Makes a file that only its owner reads, whatever the folder and the umask; what is in it stays. SQLite's `-wal` and `-shm` take its mode. */
export const privateFile = (path: string): void => {
  closeSync(openSync(path, "a", 0o600));
  keepPrivate(path, 0o600);
};

/** Another user's file or folder stays as it is: its owner decides who reads it. */
export const keepPrivate = (path: string, mode: 0o600 | 0o700): void => {
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (!notOurs.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
};

/** SQLite may delete its own files in between. */
const notOurs: ReadonlySet<string> = new Set(["EPERM", "EROFS", "ENOTSUP", "ENOENT"]);
