import type { NewDocument } from "../merge/new-document.ts";
import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { isKnownAdult, ownAdultsOf } from "../safeguarding/company.ts";
import { unnotedWithoutParent } from "../safeguarding/note-without-parent.ts";
import { needsChanges } from "./follow-needs.ts";
import { emptyIntake, type IntakeForm, type IntakePerson, isTouched } from "./intake-form.ts";
import { isChild } from "./is-child.ts";
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
    cameWith: _nobody,
    ...content
  } = alone.content;
  const person = { ...content, _id: alone.id } as unknown as Person;
  const party = [...members, person];
  const isEarly = awaitsAdult(group, party, place.today);
  const implied = needsChanges([members], [party], place.today).find(({ id }) => id === alone.id)?.add ?? [];
  const needs = implied.filter((flag) => !isEarly || flag !== "child_alone");
  const flags = [...new Set([...typed.needFlags, ...needs])];
  const isAlone = !isEarly && unnotedWithoutParent([], [party], place.today).includes(person._id);
  const cameWith = ownAdultsOf(person, party, place.today).map(({ _id }) => _id);
  const known = {
    ...(flags.length > 0 && { needFlags: flags }),
    ...(needs.length > 0 && { impliedNeeds: needs }),
    ...(isChild(person, place.today) && !isEarly && { cameWith }),
    ...(isAlone && { noParentSince: doing.at }),
  };
  return ok({ ...alone, content: { ...content, ...known } });
};

/** Whether more adults were counted than are written down: a family that is named one after the other, the child first. */
const awaitsAdult = ({ counts = {} }: Group, party: readonly Person[], today: string): boolean => {
  const counted = Object.entries(counts).reduce(
    (sum, [key, count]) => sum + (/18_59$|60_plus$/.test(key) ? count : 0),
    0,
  );
  return counted > party.filter((one) => isKnownAdult(one, today)).length;
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
