import { ageBandOf, ageRangeOf } from "../dates/age.ts";
import { isChild } from "../intake/is-child.ts";
import type { NewDocument } from "../merge/new-document.ts";
import type { CodeOf } from "../model/codes.ts";
import type { Id } from "../model/field.ts";
import type { Line } from "../model/kinds/line.ts";
import type { Person } from "../model/kinds/person.ts";
import type { Trip } from "../model/kinds/trip.ts";
import { keyOf } from "../model/new-id.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Guard } from "../safeguarding/release.ts";
import { placeMarksOf } from "../walls/walled-needs.ts";
import { needsConfirmation } from "./child-stop.ts";

/** The id is derived: two phones that put one person on one list write the same line. */
export const lineIdFor = (tripId: string, personId: string): Id<"line"> => `line:${keyOf(tripId)}.${keyOf(personId)}`;

export type Booking = {
  readonly person: Person;
  /** Of a child: what stands between it and the door. Of whom nobody knows that is not booked. */
  readonly guard: Guard | undefined;
  /** Asked for every child that its parents or a guardian take along. */
  readonly basis?: CodeOf<"childTravelBasis"> | undefined;
  readonly accompaniedBy?: Id<"person"> | undefined;
  /** The confirmation by which any other child travels. */
  readonly released?: Id<"safeguarding"> | undefined;
  readonly needs: readonly CodeOf<"tripNeed">[];
};

/** A place on the list, with what the driver has to know at the door. `on` is the day of the journey. */
export const bookLine = (trip: Trip, booking: Booking, on: string): Result<NewDocument, BookError> => {
  const { person, guard } = booking;
  const child = guard?.needsConfirmedAdult === true || isChild(person, on);
  const travel: Result<Travel, BookError> = child ? travelOf(booking) : ok({});
  if (!travel.ok) return travel;
  const isUnaccompanied = child && needsConfirmation(guard, travel.value.childTravelBasis);
  return ok(lineOf(trip, booking, passengerOf(person, { child, isUnaccompanied }, on), travel.value));
};

/**
 * A place on a list that was made elsewhere, as it was told. A child on another right than that of a parent or guardian is a stop at the door until
 * somebody has confirmed it here.
 */
export const importLine = (
  trip: Trip,
  told: Omit<Booking, "guard" | "released">,
  on: string,
): Result<NewDocument, BookError> => {
  const { person, basis, accompaniedBy } = told;
  const child = isChild(person, on);
  if (child && basis === undefined) return err({ type: "ChildBasisNotAsked" });
  if (child && basis === "none") return err({ type: "ChildWithoutAdult" });
  const isUnaccompanied = child && (person.noParentSince !== undefined || needsConfirmation(undefined, basis));
  const travel = child && basis ? { childTravelBasis: basis, accompaniedBy } : {};
  return ok(lineOf(trip, told, passengerOf(person, { child, isUnaccompanied }, on), travel));
};

const lineOf = (
  trip: Trip,
  { person, needs }: Pick<Booking, "person" | "needs">,
  passenger: Line["passenger"],
  travel: Travel,
): NewDocument => {
  const content = {
    site: trip.site,
    tripId: trip._id,
    personId: person._id,
    groupId: person.groupId,
    passenger,
    status: "booked",
    needs: needs.length > 0 ? needs : undefined,
    // Also where there is nothing: what an earlier booking said does not stay.
    ...{ childTravelBasis: undefined, accompaniedBy: undefined, released: undefined },
    ...travel,
    ...(trip.expiresAt && { expiresAt: trip.expiresAt }),
  };
  return { kind: "line", id: lineIdFor(trip._id, person._id), content };
};

/** On whose right a child travels: what a second account has confirmed, whatever was tapped; only of parents and guardians what is said here. */
const travelOf = ({ guard, basis, accompaniedBy, released }: Booking): Result<Travel, BookError> => {
  const confirmation = guard?.confirmed.find(({ _id }) => _id === released);
  if (confirmation)
    return ok({
      childTravelBasis: confirmation.basis,
      accompaniedBy: confirmation.adultId,
      released: confirmation._id,
    });
  if (!guard || released !== undefined || needsConfirmation(guard, basis)) return err({ type: "AdultNotConfirmed" });
  if (basis === undefined) return err({ type: "ChildBasisNotAsked" });
  if (basis === "none") return err({ type: "ChildWithoutAdult" });
  return ok({ childTravelBasis: basis, accompaniedBy });
};

type Travel = {
  readonly childTravelBasis?: CodeOf<"childTravelBasis">;
  readonly accompaniedBy?: Id<"person"> | undefined;
  readonly released?: Id<"safeguarding">;
};

export type BookError = { readonly type: "ChildBasisNotAsked" | "ChildWithoutAdult" | "AdultNotConfirmed" };

/** A passenger who was taken off the list comes after all. */
export const rebook =
  (booked: NewDocument) =>
  (line: Line): Result<Line, never> =>
    ok({ ...line, ...booked.content, status: "booked" });

/** Off the list while it is being made; at the door it is a no-show. */
export const cancelBooking = (line: Line): Result<Line, never> => ok({ ...line, status: "cancelled" });

/** Free seats; below zero where more are on the list than there are seats. */
export const seatsLeft = (trip: Trip, lines: readonly Line[]): number =>
  trip.seatsUsable - lines.filter((line) => line.status === "booked" && !line.voided).length;

/** What follows from what was registered; asked and changed by the volunteer who makes the list. */
export const suggestedNeeds = (person: Person, on: string): readonly CodeOf<"tripNeed">[] => {
  const age = ageRangeOf(person.birth, on);
  const seat = age && childSeats.find(({ below }) => age.min < below)?.need;
  return [
    ...(placeMarksOf(person).includes("wheelchair_space") ? (["wheelchair"] as const) : []),
    ...(seat ? [seat] : []),
  ];
};

/** With a parent, where intake was told so and an adult of the same group travels too; nothing where a confirmation says it. */
export const suggestedBasis = (
  child: Person,
  adults: readonly Person[],
  guard: Guard | undefined,
): CodeOf<"childTravelBasis"> | undefined => {
  if (guard?.needsConfirmedAdult) return undefined;
  if (child.childCare === "nobody" || (child.needFlags ?? []).includes("child_alone")) return "none";
  if (child.childCare !== undefined && child.childCare !== "parent") return undefined;
  const family = adults.filter((adult) => adult.groupId !== undefined && adult.groupId === child.groupId);
  const ofFocal = child.relationToFocal === "SON_DAUGHTER" && family.some((adult) => adult.relationToFocal === "HEAD");
  return ofFocal || (child.childCare === "parent" && family.length > 0) ? "with_parent" : undefined;
};

const childSeats = [
  { below: 3, need: "child_seat_0_3" },
  { below: 7, need: "child_seat_3_7" },
  { below: 13, need: "child_seat_7_12" },
] as const;

type IsChild = { readonly child: boolean; readonly isUnaccompanied: boolean };

const passengerOf = (person: Person, { child, isUnaccompanied }: IsChild, on: string): Line["passenger"] => ({
  ...(person.familyName && { familyName: person.familyName }),
  ...(person.givenName && { givenName: person.givenName }),
  ...(person.familyNameLat && { familyNameLat: person.familyNameLat }),
  ...(person.givenNameLat && { givenNameLat: person.givenNameLat }),
  ...(person.sex && { sex: person.sex }),
  ageBand: ageBandOf(ageRangeOf(person.birth, on)).band,
  child,
  ...(isUnaccompanied && { unaccompanied: true }),
});
