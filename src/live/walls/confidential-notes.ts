import { directoryDatabase, isWalled, siteDatabase } from "../../domain/model/databases.ts";
import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import type { SealedNote } from "../../domain/model/kinds/sealed-note.ts";
import { isConcern } from "../../domain/walls/note-content.ts";
import type { Records } from "../records.ts";
import { newestFirst } from "../tables/by-id.ts";
import { everyone, grouped, listed } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** The sealed notes about a person, latest first: they say when and by whom, not what. */
export const sealedNotesOf = (records: Records, site: string, personId: string): readonly SealedNote[] =>
  records.kept(sealedByPerson, siteDatabase(site)).get(personId) ?? [];

const sealedByPerson = (records: Records, database: string): Table<readonly SealedNote[]> =>
  grouped(records.table(database, "sealedNote"), ({ personId, voided }) => (voided ? [] : [personId]), newestFirst);

/** The number of a site, where the directory has one: protected sites have none there. */
export const phoneOfSite = (records: Records, slug: string): string | undefined =>
  [...records.all(directoryDatabase, "site").values()].find(({ site }) => site === slug)?.phone;

/** A note with where it lies. */
export type NoteInPlace = { readonly database: string; readonly note: ConfidentialNote };

/**
 * The notes in these databases: first what is to be done (of that first what has no reader in charge, then children and wishes to talk before the rest, then
 * the longest wait); then what is settled, latest first.
 */
export const confidentialNotesIn = (records: Records, databases: readonly string[]): readonly NoteInPlace[] =>
  databases
    .filter(isWalled)
    .flatMap((database) =>
      (records.kept(notesListed, database).get(everyone) ?? []).map((note) => ({ database, note })),
    )
    .sort(byWaiting);

const byWaiting = ({ note: a }: NoteInPlace, { note: b }: NoteInPlace): number => {
  if (a.settled || b.settled) return Number(a.settled ?? false) - Number(b.settled ?? false) || later(a, b);
  const isTaken = Number(a.takenBy !== undefined) - Number(b.takenBy !== undefined);
  return isTaken || Number(isConcern(b.topic)) - Number(isConcern(a.topic)) || -later(a, b);
};

const later = (a: ConfidentialNote, b: ConfidentialNote): number =>
  a.at === b.at ? newestFirst(a, b) : a.at < b.at ? 1 : -1;

const notesListed = (records: Records, database: string): Table<readonly ConfidentialNote[]> =>
  listed(records.table(database, "confidentialNote"), newestFirst, ({ voided }) => !voided);
