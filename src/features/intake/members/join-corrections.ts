import { joinInto, takeOver } from "../../../domain/intake/join-groups.ts";
import { type MoveMemberError, moveMember } from "../../../domain/intake/move-member.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Correction } from "../use-correction.ts";
import type { Party } from "./group-corrections.ts";
import { peopleMoved } from "./move-corrections.ts";

const nobody = { alone: [], named: [] };

/**
 * All of a group go into another, also those whose registration was taken back: brought back, they are with the others. People come last: where a
 * phone dies in between, whoever is not there yet is still shown in the group before, and joining again counts nobody twice.
 */
export const joinCorrections = (
  from: Party,
  withdrawn: readonly Person[],
  to: Party,
  today: string,
): readonly Correction<MoveMemberError>[] => {
  const here = new Set<string>(from.members.map(({ _id }) => _id));
  const join = (current: Group) => joinInto(current, to.group._id);
  const take = (current: Group) => takeOver(current, from.group, [...to.members, ...from.members]);
  return [
    { id: to.group._id, command: take },
    { id: from.group._id, command: join as Correction<MoveMemberError>["command"] },
    ...peopleMoved(from.members, from.members, to, { left: nobody, today }),
    ...withdrawn
      .filter(({ _id }) => !here.has(_id))
      .map(({ _id }) => ({ id: _id, command: (person: Person) => moveMember(person, to.group._id, nobody) })),
  ];
};
