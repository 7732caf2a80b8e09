import { isMerged } from "../../domain/duplicates/merged.ts";
import { isTombstone } from "../../domain/model/kind.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { type NameEntry, type NameHit, nameEntryBuilder, searchNames } from "../../domain/names/name-search.ts";
import type { ChangedRecord, Records } from "../records.ts";

/** Names of the people of some databases, ready to be searched under any spelling. Kept in memory only. */
export type PeopleIndex = {
  /** Ids of the people a typed name may mean, best first, at most `limit`; of one database where one is named. */
  search(query: string, limit: number, database?: string): readonly string[];
  /** The same of one database, with how well each fits; `how` is the search. */
  hits(query: string, limit: number, database: string, how: typeof searchNames): readonly NameHit[];
  /** Nobody of this database is found any more. */
  forget(database: string): void;
  close(): void;
};

/**
 * Names are read a few at a time after the screen stands, and at once where the page is hidden; an earlier search waits for the
 * rest of them, and finds everybody. Entries are kept by database: a person who was transferred has one id in two of them, and is gone from one only.
 */
export const openPeopleIndex = (
  records: Records,
  databases: readonly string[],
  isHidden: () => boolean,
): PeopleIndex => {
  const entries = new Map<string, Map<string, NameEntry>>();
  const unread = new Map<string, Unread>();
  const entryOf = nameEntryBuilder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [hasBegun, isWarm] = [false, false];
  const read = (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    for (const [key, { database, person }] of unread) {
      if (performance.now() > end) return;
      unread.delete(key);
      if (isOffered(person)) entriesIn(database).set(person._id, entryOf(namesOf(person)));
      else entriesIn(database).delete(person._id);
    }
  };
  const entriesIn = (database: string): Map<string, NameEntry> => {
    const there = entries.get(database) ?? new Map<string, NameEntry>();
    entries.set(database, there);
    return there;
  };
  const all = () => new Map([...entries.values()].flatMap((there) => [...there]));
  /** Everybody's names are to be read, once their records are. */
  const begin = () => {
    if (hasBegun) return;
    hasBegun = true;
    for (const database of databases)
      for (const person of records.all(database, "person").values()) {
        const key = placeOf({ database, person });
        if (!unread.has(key)) unread.set(key, { database, person });
      }
  };
  const readOn = () => {
    timer = undefined;
    if (!records.readOn(slice)) return readAfter(pause);
    begin();
    read(slice);
    if (unread.size > 0) return readAfter(pause);
    if (!isWarm) warmUp(all());
    isWarm = true;
  };
  const readAll = () => {
    begin();
    read(Number.POSITIVE_INFINITY);
  };
  const readAfter = (milliseconds: number) => {
    if (isHidden()) readAll();
    else timer ??= setTimeout(readOn, milliseconds);
  };
  readAfter(untilItStands);
  const stop = records.subscribe((changed) => {
    for (const one of changed.flatMap(personIn)) unread.set(placeOf(one), one);
    if (unread.size > 0) readAfter(untilItStands);
  });
  return {
    search: (query, limit, database) => {
      readAll();
      const among = database === undefined ? all() : entriesIn(database);
      return searchNames(among, query, limit).map(({ id }) => id);
    },
    hits: (query, limit, database, how) => {
      readAll();
      return how(entriesIn(database), query, limit);
    },
    forget: (database) => {
      entries.delete(database);
      for (const [key, one] of unread) if (one.database === database) unread.delete(key);
    },
    close: () => {
      clearTimeout(timer);
      stop();
    },
  };
};

/** Milliseconds: before reading begins; at a stretch, between two frames; for the screen in between. */
const [untilItStands, slice, pause] = [200, 8, 8];

/** The first searches of a visit are slow until the browser has compiled them: let that not be somebody's first keys. */
const warmUp = (entries: ReadonlyMap<string, NameEntry>): void => {
  for (const query of ["k", "ko", "шев", "wal", "петр"]) searchNames(entries, query, 1);
};

const placeOf = ({ database, person }: Unread): string => `${database}/${person._id}`;

type Unread = { readonly database: string; readonly person: Person };

const personIn = ({ database, document }: ChangedRecord): readonly Unread[] =>
  document.kind === "person" ? [{ database, person: document as Person }] : [];

const isOffered = (person: Person): boolean => !person.voided && !isMerged(person) && !isTombstone(person);

const namesOf = (person: Person): string[] =>
  [
    person.familyName,
    person.givenName,
    person.patronymic,
    person.familyNameLat,
    person.givenNameLat,
    ...(person.otherNames ?? []),
  ].filter((name) => name !== undefined);
