import { joinInto, linkGroup } from "../../../domain/intake/join-groups.ts";
import { type LeftBehind, type MoveMemberError, moveMember } from "../../../domain/intake/move-member.ts";
import { isMoreCounted } from "../../../domain/intake/on-lists.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Result } from "../../../domain/model/result.ts";
import { followGroup } from "../follow-group.ts";
import type { Correction } from "../use-correction.ts";
import { groupWith, groupWithout, type Party } from "./group-corrections.ts";

type Moving = { readonly left: LeftBehind; readonly today: string };

/** All that becomes of two groups when one person goes from one to the other. */
export const moveCorrections = (
  person: Person,
  from: Party | undefined,
  to: Party,
  moving: Moving,
): readonly Correction<MoveMemberError>[] => [
  ...peopleMoved([person], from?.members ?? [person], to, moving),
  ...(from ? groupLeft(from, person, to) : []),
  ...groupWith(to, person),
];

/** Each of these people, and what follows for the needs of those whom they leave (`before`: with them) and of those to whom they come. */
export const peopleMoved = (
  people: readonly Person[],
  before: readonly Person[],
  to: Party,
  { left, today }: Moving,
): readonly Correction<MoveMemberError>[] => {
  const gone = new Set<string>(people.map(({ _id }) => _id));
  const rest = before.filter(({ _id }) => !gone.has(_id));
  return [
    ...people.map(({ _id }) => ({
      id: _id,
      command: (person: Person) => moveMember(person, to.group._id, left),
    })),
    ...followGroup([before, to.members], [rest, [...to.members, ...people]], today),
  ];
};

/** A group that its last member leaves has gone into the other, and each names the other; but not while others are counted of whom nothing is written. */
const groupLeft = (from: Party, person: Person, to: Party): readonly Correction<never>[] => {
  const { group, members } = from;
  const isLast = members.every(({ _id }) => _id === person._id);
  if (!isLast || (!group.voided && isMoreCounted(group, members))) return groupWithout(from, person);
  return [
    { id: group._id, command: (current: Group) => joinInto(current, to.group._id) as Result<Group, never> },
    { id: to.group._id, command: (current: Group) => linkGroup(current, group._id, "other") as Result<Group, never> },
  ];
};
