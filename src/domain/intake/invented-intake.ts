import type { Id } from "../model/field.ts";
import { emptyIntake, type IntakePerson, withCount, withPerson } from "./intake-form.ts";
import type { PracticeIntake } from "./practice-intake.ts";

/** Names that nobody has, in the volunteer's language. */
export type InventedNames = { readonly surname: string; readonly mother: string; readonly daughter: string };

/** A mother and her daughter who do not exist. Only names are invented: an age could be that of real people, and would be taken from them. */
export const practiceIntake = (
  names: InventedNames,
  openedAt: string,
  newId: <K extends "group" | "person">(kind: K) => Id<K>,
): PracticeIntake => {
  const counted = (["f|18_59", "f|5_11"] as const).reduce(
    (form, key) => withCount(form, key, 1, () => newId("person")),
    emptyIntake(newId("group"), openedAt),
  );
  const [mother, daughter] = counted.people as readonly [IntakePerson, IntakePerson];
  const named = withPerson(counted, mother.id, { givenName: names.mother });
  const form = { ...withPerson(named, daughter.id, { givenName: names.daughter }), surname: names.surname };
  return { form, invented: form };
};
