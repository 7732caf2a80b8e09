import type { Person } from "../../../domain/model/kinds/person.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { waitingForBed, waitingKinds } from "../../../live/roster/waiting-for-bed.ts";
import { useLive } from "../../../live/use-live.ts";

/** The people of a site who wait for a bed, newest first. */
export const useWaiting = (site: string, { withoutBed }: RosterView): readonly Person[] =>
  useLive(waitingKinds, waitingForBed, site, withoutBed, useLiveContext().databases);
