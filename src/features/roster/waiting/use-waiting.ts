import { useMemo } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { departedFrom } from "../../../live/transport/departed-people.ts";
import { tripKinds } from "../../../live/transport/trips-view.ts";
import { useLive } from "../../../live/use-live.ts";

/** Who waits for a bed: nobody who has one, has left, or sits in a bus. */
export const useWaiting = (site: string, { withoutBed }: RosterView): readonly Person[] => {
  const travelled = useLive(tripKinds, departedFrom, site, useLiveContext().databases);
  return useMemo(() => withoutBed.filter(({ _id }) => !travelled.has(_id)), [withoutBed, travelled]);
};
