import type { Line } from "../../../domain/model/kinds/line.ts";
import { undoBoarding } from "../../../domain/transport/boarding.ts";
import { type PassengerStatus, passengerStatus } from "../../../domain/transport/passenger-status.ts";
import type { TakeBackOutcome } from "../../../live/acts/acts.ts";
import { useNoteAct } from "../../../live/acts/use-acts.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { type TripView, tripOf } from "../../../live/transport/trips-view.ts";
import { useAdd, useAttribution } from "../../../live/use-change.ts";
import { notSaved } from "../../../live/use-command.ts";

/** Puts a tap at the door among the recent acts. It is taken back by an event of its own: two phones may have noted one boarding. */
export const useNoteBoarding = ({ trip, database = "" }: TripView) => {
  const { records, databases } = useLiveContext();
  const note = useNoteAct();
  const add = useAdd(database);
  const doing = useAttribution();

  const takeBack = async (line: Line, status: PassengerStatus): Promise<TakeBackOutcome> => {
    const now = tripOf(records, trip._id, undefined, databases);
    const made = now && passengerStatus(line, now.scans) === status ? undoBoarding(now, line, doing()) : undefined;
    if (!made?.ok) return { type: "asks", later: [], alone: [], hasChanged: true, isPossible: false };
    const done = await add([made.value]).catch(() => notSaved);
    return { type: done.ok ? "done" : "notSaved" };
  };
  return (said: string, line: Line, status: PassengerStatus): void =>
    note({ said, isSaidThere: true, takeBack: () => takeBack(line, status) });
};
