import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { err } from "../../../domain/model/result.ts";
import type { House } from "../../../domain/roster/children-alone.ts";
import {
  type ChildrenStay,
  type Leaver,
  type LeavingError,
  type LeavingEvent,
  leaveHouse,
} from "../../../domain/roster/leaving.ts";
import type { StayWithEvents } from "../../../domain/roster/stay-commands.ts";
import type { Departure, Guard } from "../../../domain/safeguarding/release.ts";
import { useActing } from "../../../live/acts/use-acts.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { guardOf } from "../../../live/safeguarding/guards.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";
import { useSaidOf } from "./use-said-of.ts";

/** Notes that people leave the house, all of them or nobody. */
export const useLeaving = (site: string, { residents }: RosterView, house: House) => {
  const { records } = useLiveContext();
  const doing = useAttribution();
  const { act, refusal } = useCommand<LeavingError>(siteDatabase(site));
  const begin = useActing();
  const saidOf = useSaidOf();

  /** True when all of it is saved, and can be taken back as one. */
  const leave = async (
    people: readonly Person[],
    event: LeavingEvent,
    { reason, departure }: Told,
    childrenStay: ChildrenStay,
  ): Promise<boolean> => {
    const leaver = (resident: StayWithEvents, guard: Guard | undefined): Leaver => ({
      ...resident,
      reason,
      guard,
      departure: guard && departure?.(guard, resident.stay.personId),
    });
    const going = people.flatMap((person) => {
      const resident = residents.get(person._id);
      return resident ? [leaver(resident, guardOf(records, person, house.today))] : [];
    });
    const left =
      going.length < people.length
        ? err({ type: "AlreadyOut" } as const)
        : leaveHouse(house, going, event, childrenStay, doing());
    const running = begin();
    const isSaved = await act(left, running);
    if (isSaved) running.done(saidOf(event, people));
    return isSaved;
  };

  return { leave, refusal };
};

type Told = Pick<Leaver, "reason"> & {
  /** With whom a child leaves. */
  readonly departure?: (guard: Guard, childId: string) => Departure;
};
