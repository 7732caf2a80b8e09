import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";

/**
 * Says to which site a record is to go. The server carries it there once it has heard of it, and leaves a placeholder here; until
 * then it may be taken back (`to` undefined). A resident is checked out first: `isHoused` is what the roster says.
 */
export const transferTo = (
  person: Person,
  to: string | undefined,
  isHoused: boolean,
): Result<Person, TransferError> => {
  if (to !== undefined && isHoused) return err({ type: "StillHasBed" });
  if (to === person.site) return err({ type: "SameSite" });
  const { movesTo: _before, ...staying } = person;
  return ok(to === undefined ? staying : { ...staying, movesTo: to });
};

export type TransferError = { readonly type: "StillHasBed" } | { readonly type: "SameSite" };
