import { warsawDay } from "../dates/warsaw-time.ts";
import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";
import { contradictionOf } from "./reconcile-counts.ts";

/**
 * Whether a group is on the lists. It is while somebody is in it, whatever was done with it: a group may have been joined with another on one phone
 * while a child was written into it on another. With nobody in it, it is there for those who were counted, and whose registration was not taken back.
 */
export const isOnLists = (group: Group, members: readonly Person[], withdrawn: readonly Person[]): boolean => {
  if (members.length > 0) return true;
  if (group.voided) return false;
  return withdrawn.length === 0 || isMoreCounted(group, withdrawn);
};

/** Whether somebody was counted whom none of these people can be. */
export const isMoreCounted = ({ counts, arrivedAt }: Group, people: readonly Person[]): boolean =>
  Object.keys(contradictionOf(counts, people, warsawDay(arrivedAt))?.counts ?? {}).length > 0;
