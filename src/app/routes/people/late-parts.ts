import { lazyAgain } from "../../../ui/feedback/lazy-again.ts";

/** What the roster adds to the page of a person: in the chunk of its screens, which is fetched once the first screen stands. */
export const ResidentActs = lazyAgain(() =>
  import("../roster-screens.tsx").then(({ rosterParts }) => rosterParts.ResidentActs),
);

/** Checks out from another task. */
export const CheckOutOf = lazyAgain(() =>
  import("../roster-screens.tsx").then(({ rosterParts }) => rosterParts.CheckOutOf),
);

/** For accounts that may transfer records to another site. */
export const TransferRecords = lazyAgain(() =>
  import("../../../features/roster/residents/transfer-records.tsx").then((module) => module.TransferRecords),
);

/** What the transport adds, for accounts that plan or drive trips. */
export const WaysToTrips = lazyAgain(() => import("../transport-screens.tsx").then((module) => module.TripRows));
