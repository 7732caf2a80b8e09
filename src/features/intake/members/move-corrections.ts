import { joinInto } from "../../../domain/intake/join-groups.ts";
import { type LeftBehind, type MoveMemberError, moveMember } from "../../../domain/intake/move-member.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Result } from "../../../domain/model/result.ts";
import { followGroup } from "../follow-group.ts";
import type { Correction } from "../use-correction.ts";
import { groupWith, groupWithout, type Party } from "./group-corrections.ts";

/** All that becomes of two groups when people go from one to the other, person by person. */
export const moveCorrections = (
  people: readonly Person[],
  from: Party | undefined,
  to: Party,
  { left, today }: { readonly left: LeftBehind; readonly today: string },
): readonly Correction<MoveMemberError>[] => {
  const gone = new Set<string>(people.map(({ _id }) => _id));
  const before = from?.members ?? people;
  const rest = before.filter(({ _id }) => !gone.has(_id));
  return [
    ...people.map(({ _id }) => ({
      id: _id,
      command: (person: Person) => moveMember(person, to.group._id, left),
    })),
    ...followGroup([before, to.members], [rest, [...to.members, ...people]], today),
    ...(people.length === 1 && people[0] ? groupsOfOne(people[0], from, to) : []),
  ];
};

/** A group that its last member leaves has gone into the other. */
const groupsOfOne = (person: Person, from: Party | undefined, to: Party): readonly Correction<never>[] => {
  const isLast = from?.members.every(({ _id }) => _id === person._id);
  if (!from) return groupWith(to, person);
  const join = (current: Group) => joinInto(current, to.group._id) as Result<Group, never>;
  const left = isLast ? [{ id: from.group._id, command: join }] : groupWithout(from, person);
  return [...left, ...groupWith(to, person)];
};
