import type { Person } from "../../../domain/model/kinds/person.ts";
import type { RoomChoice, Sleeper } from "../../../domain/roster/placement.ts";
import { sleeperOf } from "../../../domain/roster/sleeper-of.ts";
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
      family: sleeping.filter(isFamily).map((person) => sleeperIn(person, today, known)),
      others: sleeping.filter((person) => !isFamily(person)).map((person) => sleeperIn(person, today, known)),
    };
  });
};

const sleeperIn = (person: Person, today: string, known: KnownToChildren): Sleeper =>
  sleeperOf(person, today, known.get(person._id));
