import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import { deepEqual } from "../../domain/merge/deep-equal.ts";
import { databaseTypeOf } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { noteWithoutParent, unnotedWithoutParent } from "../../domain/safeguarding/note-without-parent.ts";
import type { Writer } from "../../store/writer.ts";
import { parties } from "../intake/parties.ts";
import type { Records } from "../records.ts";

/**
 * A writer that notes of a child whom no parent or guardian was with, before a correction or after it, that this was so: whatever screen corrects the
 * record, its stop is not lifted by that. A move between groups is left to the act that moves them, for half-way families are torn apart. `now`: ISO 8601.
 */
export const notingWriter = (writer: Writer, records: Records, now: () => string): Writer => ({
  ...writer,
  change: (database, id, command) =>
    writer.change(database, id, (current: never) => {
      const done = command(current);
      if (!done.ok || !isPersonOfSite(database, current)) return done;
      const [before, after] = [current as Person, done.value as unknown as Person];
      if (decisive.every((field) => deepEqual(before[field], after[field]))) return done;
      const [then, next] = [before, after].map((person) => [...othersOf(records, database, person), person]);
      if (!unnotedWithoutParent([then ?? []], [next ?? []], warsawDay(now())).includes(before._id)) return done;
      return noteWithoutParent(after, now()) as unknown as typeof done;
    }),
});

/** Fields by which it is told whether a parent is with a child. */
const decisive = ["birth", "childCare", "needFlags"] as const;

const isPersonOfSite = (database: string, document: Document): boolean =>
  document.kind === "person" && databaseTypeOf(database) === "site";

const othersOf = (records: Records, database: string, { _id, groupId }: Person): readonly Person[] =>
  (groupId ? (records.kept(parties, database).get(groupId) ?? []) : []).filter((other) => other._id !== _id);
