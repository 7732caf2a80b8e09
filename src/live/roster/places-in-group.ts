import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { type PersonPlace, placeOfPerson } from "./place-of-person.ts";
import { waitingForBed } from "./waiting-for-bed.ts";

export type PlaceInGroup = {
  readonly stay: PersonPlace | undefined;
  /** Holds a place without a bed, or waits for one while others of the group have a place. */
  readonly lacksBed: boolean;
};

/** Where each of a group is, by person id. */
export const placesInGroup = (
  records: Records,
  site: string,
  people: readonly Person[],
  databases: readonly string[],
): ReadonlyMap<string, PlaceInGroup> => {
  const stays = people.map((person) => ({ person, stay: placeOfPerson(records, site, person._id) }));
  const haveBeds = stays.some(({ stay }) => stay?.isHeld);
  const waiting = haveBeds ? waitingForBed(records, site, people, databases) : [];
  return new Map(
    stays.map(({ person, stay }) => [
      person._id,
      { stay, lacksBed: stay ? stay.isHeld && !stay.bed : waiting.includes(person) },
    ]),
  );
};
