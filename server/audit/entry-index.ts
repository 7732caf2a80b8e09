import SQLite from "better-sqlite3";
import { counterOf, deviceOf, joinVectors, type Stamps } from "../../src/domain/merge/stamps.ts";
import { privateFile } from "../couch/store/private-file.ts";
import type { ChainTip } from "./entry.ts";

export type EnteredStamps = Stamps["seen"];

/** One revision, and which stamps its entries name. */
export type EnteredRevision = {
  readonly database: string;
  readonly id: string;
  readonly rev: string;
  readonly stamps: readonly string[];
};

/** The end of the chain as it is on the disk: its last entry, and the byte after it. */
export type ChainEnd = ChainTip & { readonly bytes: number };

/**
 * What is in the chain already, for asking by document: on disk, because memory is too small for every revision there ever was. It
 * follows from the chain, so it may be older than the chain, or be deleted. Whoever has it open locks others out; throws where
 * somebody else has.
 */
export const openEntryIndex = (file: string) => {
  privateFile(file);
  const sqlite = new SQLite(file, { timeout: 1_000 });
  sqlite.pragma("locking_mode = EXCLUSIVE");
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = NORMAL");
  sqlite.exec(`BEGIN EXCLUSIVE;
    CREATE TABLE IF NOT EXISTS entered (database TEXT, id TEXT, rev TEXT, PRIMARY KEY (database, id, rev)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS seen (database TEXT, id TEXT, seen TEXT, PRIMARY KEY (database, id)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS places (database TEXT PRIMARY KEY, since TEXT) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY CHECK (one = 1), n INTEGER, hash TEXT, bytes INTEGER);
    COMMIT`);
  const isThere = sqlite.prepare("SELECT 1 FROM entered WHERE database = ? AND id = ? AND rev = ?").pluck();
  const seenNow = sqlite.prepare("SELECT seen FROM seen WHERE database = ? AND id = ?").pluck();
  const keepSeen = sqlite.prepare("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)");
  const keepEntered = sqlite.prepare("INSERT OR IGNORE INTO entered VALUES (?, ?, ?)");
  const keepMark = sqlite.prepare("INSERT OR REPLACE INTO mark VALUES (1, @n, @hash, @bytes)");
  const placeNow = sqlite.prepare("SELECT since FROM places WHERE database = ?").pluck();
  const putPlace = sqlite.prepare("INSERT OR REPLACE INTO places VALUES (?, ?)");
  const seen = (database: string, id: string): EnteredStamps =>
    JSON.parse((seenNow.get(database, id) as string | undefined) ?? "{}") as EnteredStamps;
  return {
    has: (database: string, id: string, rev: string): boolean => isThere.get(database, id, rev) !== undefined,
    /** For each device the highest counter of a write to the document that has an entry. */
    seen,
    mark: (): ChainEnd | undefined => sqlite.prepare("SELECT n, hash, bytes FROM mark").get() as ChainEnd | undefined,
    /** Together or not at all. */
    keep: sqlite.transaction((entered: readonly EnteredRevision[], mark: ChainEnd): void => {
      for (const { database, id, rev, stamps } of entered) {
        keepEntered.run(database, id, rev);
        if (stamps.length > 0)
          keepSeen.run(database, id, JSON.stringify(joinVectors(seen(database, id), enteredStampsOf(stamps))));
      }
      keepMark.run(mark);
    }),
    /** Where the feed of a database was read to. */
    place: (database: string): string | undefined => placeNow.get(database) as string | undefined,
    keepPlace: (database: string, since: string): void => void putPlace.run(database, since),
    close: (): void => void sqlite.close(),
  };
};

export type EntryIndex = ReturnType<typeof openEntryIndex>;

export const enteredStampsOf = (stamps: readonly string[]): EnteredStamps =>
  stamps.reduce<EnteredStamps>((seen, stamp) => joinVectors(seen, { [deviceOf(stamp)]: counterOf(stamp) }), {});
