import { keyOf } from "../../domain/model/new-id.ts";

/** Addresses hold keys only. */
export const tripAddress = (tripId: string): string => `/transport/${keyOf(tripId)}`;

export const addPassengersAddress = (tripId: string): string => `/transport/${keyOf(tripId)}/add`;

export const planTripAddress = "/transport/plan";
