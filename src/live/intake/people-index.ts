import { isTombstone } from "../../domain/model/kind.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { type NameEntry, nameEntryBuilder, searchNames } from "../../domain/names/name-search.ts";
import type { ChangedRecord, Records } from "../records.ts";

/** Names of the people of some databases, ready to be searched under any spelling. Kept in memory only. */
export type PeopleIndex = {
  /** Ids of the people a typed name may mean, best first, at most `limit`; of one database where one is named. */
  search(query: string, limit: number, database?: string): readonly string[];
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
  let isWarm = false;
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
  const readOn = () => {
    timer = undefined;
    read(slice);
    if (unread.size > 0) return readAfter(pause);
    if (!isWarm) warmUp(all());
    isWarm = true;
  };
  const readAfter = (milliseconds: number) => {
    if (isHidden()) read(Number.POSITIVE_INFINITY);
    else timer ??= setTimeout(readOn, milliseconds);
  };
  const put = (people: Iterable<Unread>) => {
    for (const one of people) unread.set(`${one.database}/${one.person._id}`, one);
    if (unread.size > 0) readAfter(untilItStands);
  };
  for (const database of databases)
    put([...records.all(database, "person").values()].map((person) => ({ database, person })));
  const stop = records.subscribe((changed) => put(changed.flatMap(personIn)));
  return {
    search: (query, limit, database) => {
      read(Number.POSITIVE_INFINITY);
      const among = database === undefined ? all() : entriesIn(database);
      return searchNames(among, query, limit).map(({ id }) => id);
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

type Unread = { readonly database: string; readonly person: Person };

const personIn = ({ database, document }: ChangedRecord): readonly Unread[] =>
  document.kind === "person" ? [{ database, person: document as Person }] : [];

const isOffered = (person: Person): boolean => !person.voided && !person.mergedInto && !isTombstone(person);

const namesOf = (person: Person): string[] =>
  [
    person.familyName,
    person.givenName,
    person.patronymic,
    person.familyNameLat,
    person.givenNameLat,
    ...(person.otherNames ?? []),
  ].filter((name) => name !== undefined);
