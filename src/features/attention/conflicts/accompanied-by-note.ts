import { nameOf } from "../../../domain/names/person-name.ts";
import type { Ride } from "../../../live/attention/place-conflicts.ts";

/** With whom a child left on a bus, as the list has it: for the note of its check-out. */
export const accompaniedByNote = ({ trip, line }: Ride): { readonly note?: string } => {
  if (!line.passenger.child) return {};
  const adults = trip.lines.filter(({ passenger }) => !passenger.child);
  const adult =
    adults.find(({ personId }) => personId !== undefined && personId === line.accompaniedBy) ??
    adults.find(({ groupId }) => groupId !== undefined && groupId === line.groupId);
  const name = adult && nameOf(adult.passenger);
  return { note: (name ?? trip.trip.tripNo).slice(0, 200) };
};
