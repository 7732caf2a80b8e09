import { useLiveContext } from "../../live/live-context.tsx";
import { type TripView, tripOf, tripsOf } from "../../live/transport/trips-view.ts";
import { useLive } from "../../live/use-live.ts";

/** One trip of this account. */
export const useTrip = (tripId: string, site: string | undefined): TripView | undefined =>
  useLive(tripOf, tripId, site, useLiveContext().databases);

export const useTrips = (site: string | undefined): readonly TripView[] =>
  useLive(tripsOf, site, useLiveContext().databases);
