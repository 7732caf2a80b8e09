import type { Person } from "../../../domain/model/kinds/person.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { waitingAt } from "../../../live/roster/waiting-for-bed.ts";
import { useLive } from "../../../live/use-live.ts";

/** The people of a site who wait for a bed, newest first. */
export const useWaiting = (site: string): readonly Person[] => useLive(waitingAt, site, useLiveContext().databases);
