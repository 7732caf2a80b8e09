import type { Author } from "../../domain/merge/next-version.ts";
import { databaseTypeOf } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { strikeOutNote } from "../../domain/walls/strike-out-note.ts";
import type { Writer } from "../../store/writer.ts";
import type { Records } from "../records.ts";
import { sealedNotesOf } from "./confidential-notes.ts";

/**
 * A writer that strikes out, with a person's record, the sealed notes that this account wrote about them. The server tells the readers of all other notes that the record was
 * struck out (`server/workers/walls/strike-notes.ts`); notes of another account only that account or a lead may strike out.
 */
export const strikingWriter = (writer: Writer, records: Records, author: () => Author): Writer => ({
  ...writer,
  change: async (database, id, command) => {
    const before = databaseTypeOf(database) === "site" ? records.table(database, "person").rows().get(id) : undefined;
    const changed = await writer.change(database, id, command);
    if (before && changed.ok && isStruckOutBy(before, changed.value)) {
      const { site, _id } = changed.value as unknown as Person;
      for (const note of sealedNotesOf(records, site, _id))
        if (note.createdBy === author().by) await writer.change(database, note._id, strikeOutNote);
    }
    return changed;
  },
});

const isStruckOutBy = (before: { readonly voided?: unknown }, after: Document): boolean =>
  before.voided === undefined && after.voided !== undefined;
