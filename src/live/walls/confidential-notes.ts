import { siteDatabase } from "../../domain/model/databases.ts";
import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import type { SealedNote } from "../../domain/model/kinds/sealed-note.ts";
import type { Records } from "../records.ts";
import { newestFirst } from "../tables/by-id.ts";
import { everyone, grouped, listed } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** What was noted of somebody and sealed, latest first: when and by whom, not what. */
export const sealedNotesOf = (records: Records, site: string, personId: string): readonly SealedNote[] =>
  records.kept(sealedByPerson, siteDatabase(site)).get(personId) ?? [];

const sealedByPerson = (records: Records, database: string): Table<readonly SealedNote[]> =>
  grouped(records.table(database, "sealedNote"), ({ personId, voided }) => (voided ? [] : [personId]), newestFirst);

/** What was noted for those who read this database, latest first. */
export const confidentialNotesIn = (records: Records, database: string): readonly ConfidentialNote[] =>
  records.kept(notesListed, database).get(everyone) ?? [];

const notesListed = (records: Records, database: string): Table<readonly ConfidentialNote[]> =>
  listed(records.table(database, "confidentialNote"), newestFirst, ({ voided }) => !voided);
