import { fieldConflictsOf } from "../../../live/attention/field-conflicts.ts";
import { placeConflictsOf } from "../../../live/attention/place-conflicts.ts";
import { withdrawalsToSee } from "../../../live/intake/withdrawals.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { Records } from "../../../live/records.ts";
import { overbookedBedsAt } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";

/** Everything at a site that two people noted differently, or that cannot be true at once. */
export const useOpenConflicts = (site: string | undefined) => {
  const { databases, roles, author } = useLiveContext();
  const thisHour = `${author().at.slice(0, 13)}:00:00.000Z`;
  const disputes = useLive(fieldConflictsOf, site, roles);
  const places = useLive(placeConflictsOf, site, databases, thisHour);
  const bedsTwice = useLive(countDoubles, site);
  const withdrawals = useLive(withdrawalsToSee, site, roles);
  return { disputes, places, isNone: disputes.length + places.length + bedsTwice + withdrawals.length === 0 };
};

const countDoubles = (records: Records, site: string | undefined): number =>
  site === undefined ? 0 : overbookedBedsAt(records, site).length;
