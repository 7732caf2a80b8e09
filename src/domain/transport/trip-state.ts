import type { CodeOf } from "../model/codes.ts";
import type { Scan } from "../model/kinds/scan.ts";
import type { Trip } from "../model/kinds/trip.ts";
import { journeyState } from "./passenger-status.ts";

/** Where a trip stands: what the dispatcher decided, and what happened on the road. */
export const tripStateOf = (trip: Trip, scans: readonly Scan[]): CodeOf<"tripStatus"> => {
  if (trip.status !== "draft" && trip.status !== "boarding") return trip.status;
  const { state } = journeyState(scans);
  return state === "boarding" ? trip.status : state;
};

/** Over: arrived, closed, called off, or so long past its hour that nobody waits for it any more. Never while on the road. */
export const isTripOver = (trip: Trip, scans: readonly Scan[], now: string): boolean => {
  const state = tripStateOf(trip, scans);
  if (state === "departed" || state === "incident") return false;
  if (state === "arrived") return hoursBetween(arrivedAt(scans) ?? trip.departAt, now) > 6;
  return state === "closed" || state === "cancelled" || hoursBetween(trip.departAt, now) > 24;
};

const arrivedAt = (scans: readonly Scan[]): string | undefined => {
  const journey = journeyState(scans);
  return journey.state === "arrived" ? journey.at : undefined;
};

const hoursBetween = (earlier: string, later: string): number => (Date.parse(later) - Date.parse(earlier)) / 3_600_000;
