import { cutText } from "../../../domain/model/cut-text.ts";
import { nameOf } from "../../../domain/names/person-name.ts";
import type { Departure } from "../../../domain/safeguarding/release.ts";
import type { Ride } from "../../../live/attention/place-conflicts.ts";

/** With whom a child left on a bus, as the list has it; the trip's number in the place of a name where no adult of theirs is on it. At most 200 characters. */
export const accompanyingAdult = ({ trip, line }: Ride): Pick<Departure, "adultId" | "adultName"> => {
  if (!line.passenger.child) return {};
  const adults = trip.lines.filter(({ passenger }) => !passenger.child);
  const adult =
    adults.find(({ personId }) => personId !== undefined && personId === line.accompaniedBy) ??
    adults.find(({ groupId }) => groupId !== undefined && groupId === line.groupId);
  const name = adult && nameOf(adult.passenger);
  return { adultId: adult?.personId, adultName: cutText(name ?? trip.trip.tripNo, 200) };
};
