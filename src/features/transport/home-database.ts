import { siteDatabase } from "../../domain/model/databases.ts";
import type { TripView } from "../../live/transport/trips-view.ts";

/** Where the trip is kept for this account: its own database once it is published, the site's before. */
export const homeDatabase = ({ database, trip }: TripView): string => database ?? siteDatabase(trip.site);
