import type { Document } from "../../domain/model/document.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { type NameEntry, nameEntryBuilder, searchNames } from "../../domain/names/name-search.ts";
import type { Records } from "../records.ts";

/** Names of the people of some databases, ready to be searched under any spelling. Kept in memory only. */
export type PeopleIndex = {
  /** Ids of the people a typed name may mean, best first, at most `limit`. */
  search(query: string, limit: number): readonly string[];
  close(): void;
};

/**
 * Names are read a few at a time after the screen stands, and at once where nobody looks at it; whoever searches sooner waits for the
 * rest of them, and finds everybody.
 */
export const openPeopleIndex = (
  records: Records,
  databases: readonly string[],
  isHidden: () => boolean,
): PeopleIndex => {
  const entries = new Map<string, NameEntry>();
  const unread = new Map<string, Person>();
  const entryOf = nameEntryBuilder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWarm = false;
  const read = (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    for (const [id, person] of unread) {
      if (performance.now() > end) return;
      unread.delete(id);
      if (person.voided || person.mergedInto) entries.delete(id);
      else entries.set(id, entryOf(namesOf(person)));
    }
  };
  const readOn = () => {
    timer = undefined;
    read(slice);
    if (unread.size > 0) return readAfter(pause);
    if (!isWarm) warmUp(entries);
    isWarm = true;
  };
  const readAfter = (milliseconds: number) => {
    if (isHidden()) read(Number.POSITIVE_INFINITY);
    else timer ??= setTimeout(readOn, milliseconds);
  };
  const put = (documents: Iterable<Document>) => {
    for (const document of documents) if (isPerson(document)) unread.set(document._id, document);
    if (unread.size > 0) readAfter(untilItStands);
  };
  for (const database of databases) put(records.all(database, "person").values());
  const stop = records.subscribe(put);
  return {
    search: (query, limit) => {
      read(Number.POSITIVE_INFINITY);
      return searchNames(entries, query, limit).map(({ id }) => id);
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

const isPerson = (document: Document): document is Person => document.kind === "person";

const namesOf = (person: Person): string[] =>
  [
    person.familyName,
    person.givenName,
    person.patronymic,
    person.familyNameLat,
    person.givenNameLat,
    ...(person.otherNames ?? []),
  ].filter((name) => name !== undefined);
