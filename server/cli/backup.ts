import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUpCouch } from "../operations/backup-couch.ts";
import { backUpFile } from "../operations/backup-file.ts";
import { noteBackup } from "../operations/last-backup.ts";
import type { Settings } from "../settings.ts";
import type { Command, Operation } from "./operation.ts";

/** A copy of everything while the server works. */
const run = async ({ couch, settings, say }: Operation, words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { portable: { type: "boolean", default: false } },
  });
  const [place] = positionals;
  if (!place) {
    say("Say where to: a folder or a new file.");
    return 2;
  }
  const isPortable = values.portable || settings.couchUrl !== undefined;
  const now = new Date();
  const file = targetOf(place, isPortable, now);
  if (existsSync(file)) {
    say(`${file} is there already; a backup never overwrites another.`);
    return 2;
  }
  if (isPortable) say(`${await backUpCouch(couch, file)} documents.`);
  else await backUpFile(storeOf(settings), file);
  noteBackup(settings.dataDir, now);
  say(
    `Backup written and checked: ${file} (${Math.ceil(statSync(file).size / 1024)} KB). Keep it locked away: it holds everything.`,
  );
  return 0;
};

export const storeOf = ({ dataDir }: Settings): string => join(dataDir, "couch.sqlite");

const targetOf = (place: string, isPortable: boolean, now: Date): string => {
  const path = resolve(place);
  if (!existsSync(path) || !statSync(path).isDirectory()) return path;
  const name = `prystan-${now.toISOString().slice(0, 19).replace(/[:T]/g, "-")}`;
  return join(path, isPortable ? `${name}.ndjson.gz` : `${name}.sqlite`);
};

export const backup: Command = {
  name: "backup",
  takes: "FOLDER|FILE [--portable]",
  does: "copies everything while the server works",
  help: `Copies all databases, accounts included, to a new file, readable by its owner only. The server may run.
The embedded store is copied as one SQLite file; an existing CouchDB (COUCHDB_URL) document by document.
  --portable   document by document from the embedded store too: a backup that a CouchDB can restore (moving to a cluster)`,
  opens: ({ couchUrl }, words) => couchUrl === undefined && words.includes("--portable"),
  run,
};
