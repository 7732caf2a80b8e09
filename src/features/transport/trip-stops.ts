import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import type { Manifest } from "../../domain/transport/passenger-status.ts";
import { tripStateOf } from "../../domain/transport/trip-state.ts";

export type TripStop = {
  readonly place: string;
  readonly state: "ahead" | "left" | "here";
  /** When the bus is due; only where the plan says more than when it leaves. */
  readonly due?: string;
  /** What has happened there, and when. */
  readonly done?: { readonly what: "left" | "arrived"; readonly at: string };
};

/** The stops of a trip with what is known of each. A plan that has one hour for all of them knows only when the bus leaves. */
export const tripStops = ({ trip, scans }: Pick<Manifest, "trip" | "scans">): readonly TripStop[] => {
  const state = tripStateOf(trip, scans);
  const at = (event: "depart" | "arrive") => scans.find((scan) => scan.event === event && !scan.voided)?.at;
  const [leftAt, arrivedAt] = [at("depart"), at("arrive")];
  const last = trip.stops.length - 1;
  return trip.stops.map(({ place, plannedAt }, number) => ({
    place,
    state: stateOf(number, last, { stands: state === "boarding", leftAt, arrivedAt }),
    ...(number === 0 && { due: trip.departAt }),
    ...(number > 0 && Date.parse(plannedAt) > Date.parse(trip.departAt) && { due: plannedAt }),
    ...(number === 0 && leftAt !== undefined && { done: { what: "left" as const, at: leftAt } }),
    ...(number === last &&
      number > 0 &&
      arrivedAt !== undefined && { done: { what: "arrived" as const, at: arrivedAt } }),
  }));
};

type Journey = {
  readonly stands: boolean;
  readonly leftAt: string | undefined;
  readonly arrivedAt: string | undefined;
};

const stateOf = (number: number, last: number, { stands, leftAt, arrivedAt }: Journey): TripStop["state"] => {
  if (arrivedAt !== undefined) return number === last ? "here" : "left";
  if (number > 0) return "ahead";
  if (leftAt !== undefined) return "left";
  return stands ? "here" : "ahead";
};

/** Whether a moment is on another day than the departure, so that its hour alone would mislead. */
export const isAnotherDay = (moment: string, departAt: string): boolean => warsawDay(moment) !== warsawDay(departAt);
