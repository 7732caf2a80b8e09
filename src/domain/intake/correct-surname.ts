import type { Person } from "../model/kinds/person.ts";
import { ok, type Result } from "../model/result.ts";
import { cleanName } from "../names/clean-name.ts";
import { latinOf } from "./latin-of.ts";
import { notVerified } from "./record-state.ts";

/** Those who are called as their group was: a surname that was misheard was misheard for all of them. */
export const namedAsGroup = (people: readonly Person[], label: string | undefined): readonly Person[] =>
  label === undefined ? [] : people.filter(({ familyName }) => familyName === label);

/** Another surname for a person. Its Latin form follows, unless it was read from a document or typed. */
export const correctSurname = (person: Person, typed: string): Result<Person, never> => {
  const familyName = cleanName(typed).name;
  if (familyName === "" || familyName === person.familyName) return ok(person);
  if (person.latSource !== undefined && person.latSource !== "kmu55") return ok(notVerified({ ...person, familyName }));
  const latin = latinOf(familyName, person.givenName ?? "", person.languages?.[0]);
  const { familyNameLat: _family, givenNameLat: _given, latSource: _source, ...kept } = person;
  return ok({ ...kept, familyName, ...latin } as Person);
};
