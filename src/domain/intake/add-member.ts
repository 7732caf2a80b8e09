import type { NewDocument } from "../merge/new-document.ts";
import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { unnotedWithoutParent } from "../safeguarding/note-without-parent.ts";
import { needsChanges } from "./follow-needs.ts";
import { emptyIntake, type IntakeForm, type IntakePerson, isTouched } from "./intake-form.ts";
import { type IntakePlace, type IntakeProblem, registerGroup } from "./register-group.ts";

/** The group that somebody joins, with who is in it. */
export type Joined = { readonly group: Group; readonly members: readonly Person[] };

/** Registers one more person of a group that is there already, as the form of a group would. */
export const addMember = (
  typed: IntakePerson,
  { group, members }: Joined,
  place: IntakePlace,
  doing: Attribution,
): Result<NewDocument, readonly IntakeProblem[]> => {
  if (!isTouched(typed)) return err([{ field: "givenName", error: { type: "NameHasNoLetter" } }]);
  const made = registerGroup(formOf(typed, group, members), place, doing);
  if (!made.ok) return made;
  const alone = made.value.find(({ kind }) => kind === "person");
  if (!alone) return err([{ field: "givenName", error: { type: "NameHasNoLetter" } }]);
  const {
    relationToFocal: _head,
    needFlags: _flags,
    impliedNeeds: _implied,
    noParentSince: _alone,
    ...content
  } = alone.content;
  const person = { ...content, _id: alone.id } as unknown as Person;
  const needs =
    needsChanges([members], [[...members, person]], place.today).find(({ id }) => id === alone.id)?.add ?? [];
  const flags = [...new Set([...typed.needFlags, ...needs])];
  const isAlone = unnotedWithoutParent([[...members, person]], place.today).includes(person._id);
  const known = {
    ...(flags.length > 0 && { needFlags: flags }),
    ...(needs.length > 0 && { impliedNeeds: needs }),
    ...(isAlone && { noParentSince: doing.at }),
  };
  return ok({ ...alone, content: { ...content, ...known } });
};

const formOf = (typed: IntakePerson, group: Group, members: readonly Person[]): IntakeForm => {
  const language = members[0]?.languages?.[0];
  return {
    ...emptyIntake(group._id, group.arrivedAt),
    counts: { [`${typed.sex}|${typed.band}`]: 1 } as IntakeForm["counts"],
    surname: group.label ?? "",
    people: [typed],
    ...(language && { language }),
    ...(group.noticeGiven && { noticeHow: group.noticeGiven.how }),
  };
};
