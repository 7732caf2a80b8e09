import type { Document } from "../domain/document.ts";
import { buildNameEntry, type NameEntry, searchNames } from "../domain/name-search.ts";
import type { Person } from "../domain/person.ts";
import type { Records } from "./records.ts";

/** Names of the people of some databases, ready to be searched under any spelling. Kept in memory only. */
export type PeopleIndex = {
  /** Ids of the people a typed name may mean, best first, at most `limit`. */
  search(query: string, limit: number): readonly string[];
  close(): void;
};

export const openPeopleIndex = (records: Records, databases: readonly string[]): PeopleIndex => {
  const entries = new Map<string, NameEntry>();
  const put = (person: Person) => {
    if (person.voided || person.mergedInto) entries.delete(person._id);
    else entries.set(person._id, buildNameEntry(namesOf(person)));
  };
  for (const database of databases) for (const person of records.all(database, "person").values()) put(person);
  warmUp(entries);
  const stop = records.subscribe((changed) => {
    for (const document of changed) if (isPerson(document)) put(document);
  });
  return {
    search: (query, limit) => searchNames(entries, query, limit).map(({ id }) => id),
    close: stop,
  };
};

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
