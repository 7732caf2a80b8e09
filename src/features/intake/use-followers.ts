import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import { changeGroup } from "../../domain/intake/change-group.ts";
import { countsWithout } from "../../domain/intake/reconcile-counts.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Attribution } from "../../domain/roster/stay-commands.ts";
import { personWithGroup } from "../../live/intake/people-of.ts";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { followGroup } from "./follow-group.ts";
import type { Correction } from "./use-correction.ts";

/** What follows for a group that one person leaves: the needs of the others, and its counts where they agreed before. */
export const useFollowers = (site: string, { _id }: Person): ((gone: Person) => readonly Correction<never>[]) => {
  const today = useToday();
  const known = useLive(personWithGroup, site, _id);
  return (gone) => {
    const { group, members = [], companions = [] } = known ?? {};
    if (!group) return [];
    const counts = countsWithout(group.counts, members, gone, warsawDay(group.arrivedAt));
    const isAnother = counts !== undefined && counts !== group.counts && companions.length > 0;
    const recount = (current: Group, doing: Attribution) =>
      changeGroup(current, { line: "counts", counts: counts ?? {} }, doing);
    return [
      ...followGroup(members, companions, today),
      ...(isAnother ? [{ id: group._id, command: recount as Correction<never>["command"] }] : []),
    ];
  };
};
