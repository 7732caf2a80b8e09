import type { Id } from "../model/field.ts";
import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";
import { type LosingFacts, type MergeStop, mergeStop } from "./merge-stop.ts";

/**
 * Two records are of one person: the losing one points at the surviving one. Nothing is copied and nothing is deleted: what is written of the losing
 * record later stays in it. Done together with `standFor`, which comes first.
 */
export const mergeInto = (loser: Person, survivor: Person, facts: LosingFacts): Result<Person, MergeStop> => {
  if (loser.mergedInto === survivor._id && !loser.mergedFrom?.length) return ok(loser);
  const stop = mergeStop(loser, survivor, facts);
  return stop ? err(stop) : ok({ ...withFrom(loser, survivor._id, []), mergedInto: survivor._id });
};

/** The surviving record says for which it stands, so that nothing hides it. */
export const standFor = (survivor: Person, loser: Person, facts: LosingFacts): Result<Person, MergeStop> => {
  const stop = mergeStop(loser, survivor, facts);
  return stop ? err(stop) : ok(withFrom(withoutInto(survivor, loser._id), loser._id, [loser._id]));
};

/** Two records are of two people, whatever was said before. Done with both; nobody is asked about them again. */
export const tellApart = (person: Person, other: Id<"person">): Result<Person, never> => {
  const { notSame = [] } = person;
  const apart = withFrom(withoutInto(person, other), other, []);
  return ok({ ...apart, notSame: notSame.includes(other) ? notSame : [...notSame, other] });
};

const withoutInto = (person: Person, other: Id<"person">): Person => {
  const { mergedInto, ...rest } = person;
  return mergedInto === other ? rest : person;
};

const withFrom = (person: Person, other: Id<"person">, instead: readonly Id<"person">[]): Person => {
  const { mergedFrom = [], ...rest } = person;
  const left = [...mergedFrom.filter((id) => id !== other), ...instead];
  return left.length > 0 ? { ...rest, mergedFrom: left } : rest;
};
