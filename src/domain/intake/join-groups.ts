import { warsawDay } from "../dates/warsaw-time.ts";
import type { CodeOf } from "../model/codes.ts";
import type { Id } from "../model/field.ts";
import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Counts } from "./group-counts.ts";
import { countsWith } from "./reconcile-counts.ts";

/** The group that goes into another: off the lists, with the way to the other. Its people are moved one by one. */
export const joinInto = (group: Group, into: Id<"group">): Result<Group, JoinError> => {
  if (group._id === into) return err({ type: "SameGroup" });
  const linked = linkGroup(group, into, "other");
  return linked.ok ? ok({ ...linked.value, voided: "duplicate" }) : linked;
};

/**
 * What the group that stays takes over: who was counted, and what it lacks; the way to the other stays, for whatever else is noted there. `people`:
 * who will be in it. Done again after it was cut off, it counts nobody twice.
 */
export const takeOver = (group: Group, from: Group, people: readonly Person[]): Result<Group, JoinError> => {
  if (group._id === from._id) return err({ type: "SameGroup" });
  const counts = isTakenOver(group, from) ? group.counts : jointCounts(group, from, people);
  const lacking = (["label", "phone", "intent", "destCountry", "destCity", "focalPersonId"] as const).filter(
    (field) => group[field] === undefined && from[field] !== undefined,
  );
  const linked = [...(group.linkedGroups ?? []), ...(from.linkedGroups ?? [])].filter(
    ({ groupId }) => groupId !== group._id && groupId !== from._id,
  );
  const { voided: _gone, ...kept } = group;
  const pets = [...new Set([...(group.pets ?? []), ...(from.pets ?? [])])];
  return ok({
    ...kept,
    linkedGroups: [...linked, { groupId: from._id, reason: "other" }],
    ...Object.fromEntries(lacking.map((field) => [field, from[field]])),
    ...(counts && Object.keys(counts).length > 0 && { counts }),
    ...(pets.length > 0 && { pets }),
  });
};

/**
 * Those of a group that has gone into another were taken over then; who came into it since is counted by who is there. Of two that went into each
 * other unseen each counts both.
 */
const jointCounts = (group: Group, from: Group, people: readonly Person[]): Counts | undefined => {
  const counts: Record<string, number> = { ...(!group.voided || from.voided ? group.counts : {}) };
  for (const [key, count] of Object.entries((!from.voided && from.counts) || {}))
    counts[key] = Math.min(999, (counts[key] ?? 0) + count);
  if (!group.voided && !from.voided) return counts;
  const day = warsawDay(group.arrivedAt);
  return people.reduce<Counts | undefined>(
    (sum, person, place) => countsWith(sum, people.slice(0, place), person, day),
    counts,
  );
};

/** The way to the other is written with the counts, before the other says anything: with it on one side only, the joining was cut off there. */
const isTakenOver = (group: Group, from: Group): boolean =>
  !group.voided && !from.voided && isLinked(group, from._id) && !isLinked(from, group._id);

const isLinked = ({ linkedGroups = [] }: Group, to: string): boolean =>
  linkedGroups.some(({ groupId, reason }) => groupId === to && reason === "other");

/** Two groups that belong together and are apart. Noted in each of the two. */
export const linkGroup = (
  group: Group,
  groupId: Id<"group">,
  reason: CodeOf<"linkReason">,
): Result<Group, JoinError> => {
  if (group._id === groupId) return err({ type: "SameGroup" });
  const others = (group.linkedGroups ?? []).filter((one) => one.groupId !== groupId);
  return ok({ ...group, linkedGroups: [...others, { groupId, reason }] });
};

/** They do not belong together after all. */
export const unlinkGroup = (group: Group, groupId: string): Result<Group, never> => {
  const { linkedGroups = [], ...kept } = group;
  const others = linkedGroups.filter((one) => one.groupId !== groupId);
  return ok(others.length > 0 ? { ...kept, linkedGroups: others } : kept);
};

export type JoinError = { readonly type: "SameGroup" };
