import { isChild } from "../../../domain/intake/is-child.ts";
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
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";

/** Notes that people leave the house, all of them or nobody. */
export const useLeaving = (site: string, { residents }: RosterView, house: House) => {
  const doing = useAttribution();
  const { act, refusal } = useCommand<LeavingError>(siteDatabase(site));

  /** The ids of the events that were saved; nothing where it was refused. */
  const leave = async (
    people: readonly Person[],
    event: LeavingEvent,
    told: Pick<Leaver, "reason" | "withAdult">,
    childrenStay: ChildrenStay,
  ): Promise<readonly string[] | undefined> => {
    const going = people.flatMap((person) => {
      const resident = residents.get(person._id);
      return resident ? [{ ...resident, isChild: isChild(person, house.today), ...told }] : [];
    });
    const left =
      going.length < people.length
        ? err({ type: "AlreadyOut" } as const)
        : leaveHouse(house, going, event, childrenStay, doing());
    const isSaved = await act(left);
    return isSaved && left.ok ? left.value.map(({ id }) => id) : undefined;
  };

  return { leave, refusal };
};
