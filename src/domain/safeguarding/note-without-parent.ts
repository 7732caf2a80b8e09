import { ageRangeOf } from "../dates/age.ts";
import { isChild } from "../intake/is-child.ts";
import type { Person } from "../model/kinds/person.ts";
import { ok, type Result } from "../model/result.ts";
import { isWithoutParent, ownAdultsOf } from "./company.ts";

type Party = readonly Person[];

/**
 * Children of whom it is to be noted that no parent or guardian is with them, for good: whoever corrects the record later lifts no stop by it. `before`
 * and `after` are the groups that an act is about. What held before counts as well, and so does a child whose own adults are all in another group now.
 */
export const unnotedWithoutParent = (
  before: readonly Party[],
  after: readonly Party[],
  today: string,
): readonly Person["_id"][] => {
  const alone = [...before, ...after].flatMap((party) =>
    party.filter((one) => isWithoutParent(one, party, today) && !isAgeAwaited(one, party, today)),
  );
  const apart = after.flatMap((party) =>
    party.filter((one) => isChild(one, today) && isTornApart(one, before, party, today)),
  );
  return [...new Set([...alone, ...apart].filter(({ noParentSince }) => !noParentSince).map(({ _id }) => _id))];
};

export const noteWithoutParent = (person: Person, at: string): Result<Person, never> =>
  ok(person.noParentSince ? person : { ...person, noParentSince: at });

/** Children of whom nothing says yet whom they came with, and the adults of their group. */
export const unnotedCompany = (
  before: readonly Party[],
  today: string,
): readonly { readonly id: Person["_id"]; readonly cameWith: readonly Person["_id"][] }[] =>
  before.flatMap((party) =>
    party
      .filter((one) => one.cameWith === undefined && isChild(one, today))
      .map((one) => ({ id: one._id, cameWith: ownAdultsOf(one, party, today).map(({ _id }) => _id) }))
      .filter(({ cameWith }) => cameWith.length > 0),
  );

export const noteCompany = (person: Person, cameWith: readonly Person["_id"][]): Result<Person, never> =>
  ok(person.cameWith ? person : { ...person, cameWith: [...cameWith] });

const isTornApart = (child: Person, before: readonly Party[], party: Party, today: string): boolean => {
  const from = before.find((one) => one.some(({ _id }) => _id === child._id));
  const then = from?.find(({ _id }) => _id === child._id);
  if (!from || !then) return false;
  const own = ownAdultsOf(then, from, today);
  return own.length > 0 && !own.some(({ _id }) => party.some((other) => other._id === _id));
};

/** A mother whose age nobody has typed yet: the child is stopped until somebody does, and not for good. */
const isAgeAwaited = ({ _id, childCare }: Person, party: Party, today: string): boolean =>
  (childCare === "parent" || childCare === "guardian") &&
  party.some(
    (other) =>
      other._id !== _id &&
      other.childCare === undefined &&
      (other.needFlags ?? []).length === 0 &&
      (other.placeMarks ?? []).length === 0 &&
      ageRangeOf(other.birth, today) === undefined,
  );
