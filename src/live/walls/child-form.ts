import { childFormId } from "../../domain/child-form/form-id.ts";
import { walledTierIn } from "../../domain/model/databases.ts";
import { isTombstone } from "../../domain/model/kind.ts";
import type { Child } from "../../domain/model/kinds/child.ts";
import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import { isChildTopic } from "../../domain/walls/note-content.ts";
import type { Records } from "../records.ts";
import { confidentialNotesIn } from "./confidential-notes.ts";

/** The form of a child, as far as it is begun, and what protection officers were told of the child. */
export type ChildInPlace = {
  readonly database: string;
  readonly form: Child | undefined;
  readonly concerns: readonly ConfidentialNote[];
};

/** The child as the first of these databases knows it; nothing where none does. */
export const childInPlace = (
  records: Records,
  databases: readonly string[],
  personId: string,
): ChildInPlace | undefined =>
  databases
    .filter((database) => walledTierIn(database) === "protection")
    .map((database) => ({
      database,
      form: formIn(records, database, personId),
      concerns: concernsOf(records, database, personId),
    }))
    .find(({ form, concerns }) => form !== undefined || concerns.length > 0);

const formIn = (records: Records, database: string, personId: string): Child | undefined => {
  const form = records.table(database, "child").get(childFormId(personId));
  return form && !isTombstone(form) ? form : undefined;
};

const concernsOf = (records: Records, database: string, personId: string): readonly ConfidentialNote[] =>
  confidentialNotesIn(records, [database]).flatMap(({ note }) =>
    note.personId === personId && isChildTopic(note.topic) ? [note] : [],
  );
