import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const nameOf = (dataDir: string) => join(dataDir, "last-backup.json");

export const noteBackup = (dataDir: string, at: Date): void =>
  writeFileSync(nameOf(dataDir), JSON.stringify({ at: at.toISOString() }), { mode: 0o600 });

/** When the last backup was made from this data folder; nothing where there was none. */
export const lastBackup = (dataDir: string): string | undefined => {
  try {
    return (JSON.parse(readFileSync(nameOf(dataDir), "utf8")) as { at: string }).at;
  } catch {
    return undefined;
  }
};
