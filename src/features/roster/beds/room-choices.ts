import { ageRangeOf } from "../../../domain/dates/age.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { RoomChoice, Sleeper } from "../../../domain/roster/placement.ts";
import { placeMarksOf } from "../../../domain/walls/walled-needs.ts";
import { freePlacesIn } from "../../../live/roster/beds-at.ts";
import type { KnownToChildren } from "../../../live/roster/known-to-children.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";

/** Every room with the places that these people could be given; a bed that one of them leaves does not count as free. */
export const roomChoices = (
  view: RosterView,
  group: readonly Person[],
  today: string,
  known: KnownToChildren,
): readonly RoomChoice[] => {
  const members = new Set<string>(group.map(({ _id }) => _id));
  return view.rooms.map(({ room, beds }) => {
    const sleeping = beds.flatMap(({ residents }) => residents.map(({ person }) => person));
    const isFamily = (person: Person) => members.has(person._id);
    return {
      room,
      free: beds.flatMap((bed) => Array.from({ length: freePlacesIn(bed) }, () => bed.bed)),
      family: sleeping.filter(isFamily).map((person) => sleeperOf(person, today, known)),
      others: sleeping.filter((person) => !isFamily(person)).map((person) => sleeperOf(person, today, known)),
    };
  });
};

export const sleeperOf = (person: Person, today: string, known: KnownToChildren): Sleeper => ({
  personId: person._id,
  sex: person.sex,
  age: ageRangeOf(person.birth, today) ?? (person.childCare ? { min: 0, max: 17 } : undefined),
  needs: person.needFlags ?? [],
  marks: placeMarksOf(person),
  ...(known.has(person._id) && { unaccompanied: true, knows: known.get(person._id) ?? [] }),
});
