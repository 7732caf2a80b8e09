import { existsSync, openSync, readSync } from "node:fs";
import { parseArgs } from "node:util";
import { doubtsAbout, isDoubtful, wordsFor } from "../operations/doubts.ts";
import { holdFolder } from "../operations/hold-folder.ts";
import { auditOf, newPowersIn, occupiedDatabases, restoreCouch } from "../operations/restore-couch.ts";
import { holdsDocuments, layBeside, letGo, putInPlace } from "../operations/restore-file.ts";
import { storeOf } from "./backup.ts";
import type { Command, Operation } from "./operation.ts";

/** Puts a backup back. */
const run = async (operation: Operation, words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { force: { type: "boolean", default: false }, anyway: { type: "boolean", default: false } },
  });
  const [file] = positionals;
  if (!file || !existsSync(file)) {
    operation.say("Say which file: there is none of that name.");
    return 2;
  }
  const done = isPacked(file) ? await fromLines(operation, file, values) : fromStore(operation, file, values);
  if (done !== 0) return done;
  operation.say("Phones that meet this server compare everything and send again what it lacks.");
  return 0;
};

/** `force`: also where documents are; `anyway`: also where the backup is doubtful. */
type Insisting = { readonly force: boolean; readonly anyway: boolean };

const fromStore = ({ settings, server, say }: Operation, file: string, { force, anyway }: Insisting): number => {
  if (settings.couchUrl) {
    say("This backup is of an embedded store. For a CouchDB make one with: backup --portable");
    return 2;
  }
  if (server) {
    say("The server is running on this data folder. Stop it first.");
    return 2;
  }
  if (!force && holdsDocuments(storeOf(settings))) {
    say("The data folder holds documents. --force puts the backup in their place and sets them aside.");
    return 2;
  }
  const release = holdFolder(settings.dataDir);
  try {
    const store = storeOf(settings);
    const fresh = layBeside(file, store);
    const doubts = doubtsAbout(fresh, existsSync(store) ? store : undefined, settings.dataDir);
    for (const line of wordsFor(doubts)) say(line);
    if (isDoubtful(doubts) && !anyway) {
      letGo(fresh);
      say(notRestored);
      return 1;
    }
    const aside = putInPlace(fresh, store, new Date());
    if (aside) say(`What was there is now ${aside}`);
  } finally {
    release();
  }
  say("Restored. Start the server.");
  return 0;
};

const notRestored = "Nothing was restored. Look at the backup, or take another; --anyway restores it as it is.";

const fromLines = async (
  { settings, couch, say }: Operation,
  file: string,
  { force, anyway }: Insisting,
): Promise<number> => {
  const there = await occupiedDatabases(couch, file);
  if (there.length > 0 && !force) {
    say(
      `The server holds documents in ${there.length} of these databases. --force replaces them; make a backup first.`,
    );
    return 2;
  }
  const doubts = {
    powers: await newPowersIn(couch, file),
    audit: await auditOf(couch, file, settings.dataDir),
  };
  for (const line of wordsFor(doubts)) say(line);
  if (isDoubtful(doubts) && !anyway) {
    say(notRestored);
    return 1;
  }
  say(`Restored: ${await restoreCouch(couch, file)} documents.`);
  return 0;
};

const isPacked = (file: string): boolean => {
  const start = Buffer.alloc(2);
  readSync(openSync(file, "r"), start);
  return start[0] === 0x1f && start[1] === 0x8b;
};

export const restore: Command = {
  name: "restore",
  takes: "FILE [--force] [--anyway]",
  does: "puts a backup back",
  help: `Puts a backup back. An embedded store must be stopped first; a CouchDB, or a portable backup, needs the server.
A server that holds documents is left alone unless --force is given. Each database begins a new life, so phones
notice that it came back older and send again what it lacks. A backup that holds anything but a store is refused. One that makes somebody an
administrator who is none here, or holds records that the audit chain knows nothing of, ends with 1.
  --force    also where documents are
  --anyway   also what is doubtful`,
  opens: ({ couchUrl }, words) => {
    const file = words.find((word) => !word.startsWith("-"));
    return couchUrl === undefined && file !== undefined && existsSync(file) && isPacked(file);
  },
  run,
};
