import { useMemo } from "react";
import { isChild } from "../../../domain/intake/is-child.ts";
import type { WithdrawalFacts } from "../../../domain/intake/withdraw-person.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { childrenLeftAlone } from "../../../domain/roster/children-alone.ts";
import { isTripOver } from "../../../domain/transport/trip-state.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { houseOf } from "../../../live/roster/house.ts";
import { type PersonPlace, placeOfPerson } from "../../../live/roster/place-of-person.ts";
import { type TripOfPeople, tripsOfPeople } from "../../../live/transport/trips-of-people.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";

export type FoundFacts = {
  readonly facts: WithdrawalFacts;
  readonly place: PersonPlace | undefined;
  readonly trips: readonly TripOfPeople[];
  /** Children who would be without an adult. */
  readonly alone: readonly Person[];
};

/** Where a person is and who depends on them, before the registration is taken back. */
export const useWithdrawalFacts = (site: string, person: Person): FoundFacts => {
  const today = useToday();
  const { databases, author } = useLiveContext();
  const place = useLive(placeOfPerson, site, person._id);
  const now = author().at;
  const trips = useLive(tripsOfPeople, site, databases, "personId", person._id).filter(
    ({ view }) => !isTripOver(view.trip, view.scans, now),
  );
  const going = useMemo(() => [person._id], [person._id]);
  const house = useLive(houseOf, site, today, going);
  const alone = childrenLeftAlone(house, going);
  const facts = {
    isHoused: place?.isHeld === true,
    isOnTrip: trips.length > 0,
    isChild: isChild(person, today),
    alone: alone.map(({ _id }) => _id),
  };
  return { facts, place, trips, alone };
};
