import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import { databaseTypeOf } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { noteWithoutParent, unnotedWithoutParent } from "../../domain/safeguarding/note-without-parent.ts";
import type { Writer } from "../../store/writer.ts";
import { parties } from "../intake/parties.ts";
import type { Records } from "../records.ts";

/**
 * A writer that notes of a child whom no parent or guardian was with, before a change or after it, that this was so: whatever screen corrects the
 * record, its stop is not lifted by that. `now`: ISO 8601.
 */
export const notingWriter = (writer: Writer, records: Records, now: () => string): Writer => ({
  ...writer,
  change: (database, id, command) =>
    writer.change(database, id, (current: never) => {
      const done = command(current);
      if (!done.ok || !isPersonOfSite(database, current)) return done;
      const [before, after] = [current as Person, done.value as unknown as Person];
      const around = [before, after].map((person) => [...othersOf(records, database, person), person]);
      if (!unnotedWithoutParent(around, warsawDay(now())).includes(before._id)) return done;
      return noteWithoutParent(after, now()) as unknown as typeof done;
    }),
});

const isPersonOfSite = (database: string, document: Document): boolean =>
  document.kind === "person" && databaseTypeOf(database) === "site";

const othersOf = (records: Records, database: string, { _id, groupId }: Person): readonly Person[] =>
  (groupId ? (records.kept(parties, database).get(groupId) ?? []) : []).filter((other) => other._id !== _id);
