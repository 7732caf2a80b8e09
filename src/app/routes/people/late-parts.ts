import { lazy } from "react";

/** What the roster adds to the page of a person: in the chunk of its screens, which is fetched once the first screen stands. */
export const ResidentActs = lazy(() =>
  import("../roster-screens.tsx").then(({ rosterParts }) => ({ default: rosterParts.ResidentActs })),
);

/** For whoever may send records on. */
export const TransferRecords = lazy(() =>
  import("../../../features/roster/residents/transfer-records.tsx").then((module) => ({
    default: module.TransferRecords,
  })),
);

/** What the transport adds, for whoever moves people. */
export const WaysToTrips = lazy(() =>
  import("../transport-screens.tsx").then((module) => ({ default: module.TripRows })),
);
