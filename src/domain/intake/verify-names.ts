import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";
import { cleanName } from "../names/clean-name.ts";
import { withRecordState } from "./record-state.ts";
import { nameProblem } from "./register-group.ts";

/** Names in Latin letters as a document has them. */
export type DocumentNames = { readonly familyNameLat: string; readonly givenNameLat: string };

/** Names were read from a document: nothing that is generated writes over them, and a complete record is verified. */
export const verifyNames = (
  person: Person,
  typed: DocumentNames,
  { isInformed, today }: { readonly isInformed: boolean; readonly today: string },
): Result<Person, VerifyError> => {
  for (const field of ["familyNameLat", "givenNameLat"] as const) {
    const name = cleanName(typed[field]).name;
    if (nameProblem(typed[field]) || !/^[\p{Script=Latin}\p{M}\s'’.-]*$/u.test(name))
      return err({ type: "NotAsInDocument", field });
  }
  const [familyNameLat, givenNameLat] = [cleanName(typed.familyNameLat).name, cleanName(typed.givenNameLat).name];
  // Half a comparison is none.
  if (familyNameLat === "" && (person.familyName || givenNameLat === ""))
    return err({ type: "NotAsInDocument", field: "familyNameLat" });
  if (givenNameLat === "" && person.givenName) return err({ type: "NotAsInDocument", field: "givenNameLat" });
  const { familyNameLat: _family, givenNameLat: _given, ...kept } = person;
  const named = { ...(familyNameLat && { familyNameLat }), ...(givenNameLat && { givenNameLat }) };
  return ok(withRecordState({ ...kept, ...named, latSource: "document" }, isInformed, today));
};

export type VerifyError = { readonly type: "NotAsInDocument"; readonly field: keyof DocumentNames };
