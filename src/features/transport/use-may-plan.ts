import { siteDatabase } from "../../domain/model/databases.ts";
import type { Trip } from "../../domain/model/kinds/trip.ts";
import { useRights } from "../../live/use-rights.ts";

/** Whether this account may plan trips from a site. */
export const useMayPlan = (site: string | undefined): boolean => {
  const { mayBegin } = useRights();
  return site !== undefined && mayBegin({ database: siteDatabase(site), site }, "trip");
};

/** Whether it may change one: its list and its plan are kept by the site that planned it, whichever site one looks from. */
export const useMayChangeTrip = (): ((trip: Trip) => boolean) => {
  const { mayChange } = useRights();
  return (trip) => mayChange(siteDatabase(trip.site), trip, "status");
};
