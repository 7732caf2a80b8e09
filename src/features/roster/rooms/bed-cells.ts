import { isChild } from "../../../domain/intake/is-child.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { bedCapacity } from "../../../domain/roster/bed-places.ts";
import { type BedView, freePlacesIn } from "../../../live/roster/beds-at.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import type { BedState } from "../../../ui/pictures/bed-shapes.ts";

/** One place in a bed as it is drawn: with its resident, or free, or out of use. */
export type BedPlace = {
  readonly bed: BedView["bed"];
  readonly state: BedState;
  readonly resident?: Resident;
};

/** The places of a room's beds: one for each person who lies there, and one for each more that may be given. */
export const bedPlaces = (beds: readonly BedView[], today: string): readonly BedPlace[] =>
  beds.flatMap((view) => [
    ...view.residents.map((resident) => ({ bed: view.bed, state: stateOf(view, resident, today), resident })),
    ...Array.from({ length: freePlacesIn(view) }, () => ({ bed: view.bed, state: "free" as const })),
    ...(view.bed.blocked && view.residents.length === 0 ? [{ bed: view.bed, state: "blocked" as const }] : []),
  ]);

/** More people than places is what must be seen first, then that nobody should lie there; who is away has kept the bed, whoever they are. */
const stateOf = ({ bed, residents }: BedView, { person, state }: Resident, today: string): BedState => {
  if (residents.length > bedCapacity(bed)) return "doubtful";
  if (bed.blocked) return "blocked";
  return state.status === "in" ? sleeperOf(person, today) : "away";
};

const sleeperOf = (person: Person, today: string): BedState => {
  if (isChild(person, today)) return "child";
  if (person.sex === "f") return "woman";
  return person.sex === "m" ? "man" : "person";
};
