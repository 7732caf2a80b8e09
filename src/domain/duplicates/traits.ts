import type { Birth } from "../dates/birth.ts";
import type { Person } from "../model/kinds/person.ts";
import { type NamePart, namePart } from "./name-part.ts";

/** What is compared of a person. A form that is being typed has no group yet that anybody else is in. */
export type Described = Pick<Person, "sex" | "birth" | "originAdm1" | "groupId"> &
  Pick<Person, "familyName" | "givenName" | "patronymic" | "familyNameLat" | "givenNameLat" | "otherNames">;

/** The same with the names made ready. */
export type Traits = {
  /** Family name and given name as told, then those in Latin letters. */
  readonly names: readonly FullName[];
  readonly patronymic: NamePart | undefined;
  readonly otherNames: readonly NamePart[];
  readonly sex: Person["sex"];
  readonly birth: Birth | undefined;
  readonly origin: string | undefined;
  readonly groupId: string | undefined;
};

export type FullName = { readonly family: NamePart | undefined; readonly given: NamePart | undefined };

/** Makes the traits of many people: a name that several of them bear is made ready once. */
export const traitsBuilder = (): ((person: Described) => Traits) => {
  const known = new Map<string, NamePart>();
  const partOf = (name: string | undefined): NamePart | undefined => {
    if (!name?.trim()) return undefined;
    const part = known.get(name) ?? namePart(name);
    known.set(name, part);
    return part;
  };
  return (person) => {
    const told = { family: partOf(person.familyName), given: partOf(person.givenName) };
    const latin = { family: partOf(person.familyNameLat), given: partOf(person.givenNameLat) };
    return {
      names: [told, latin].filter(({ family, given }) => family || given),
      patronymic: partOf(person.patronymic),
      otherNames: (person.otherNames ?? []).flatMap((name) => partOf(name) ?? []),
      sex: person.sex,
      birth: person.birth,
      origin: person.originAdm1,
      groupId: person.groupId,
    };
  };
};
