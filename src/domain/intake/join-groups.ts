import type { CodeOf } from "../model/codes.ts";
import type { Id } from "../model/field.ts";
import type { Group } from "../model/kinds/group.ts";
import { err, ok, type Result } from "../model/result.ts";

/** The group that goes into another: off the lists, with the way to the other. Its people are moved one by one. */
export const joinInto = (group: Group, into: Id<"group">): Result<Group, JoinError> => {
  if (group._id === into) return err({ type: "SameGroup" });
  const linked = linkGroup(group, into, "other");
  return linked.ok ? ok({ ...linked.value, voided: "duplicate" }) : linked;
};

/** What the group that stays takes over: who was counted, and what it lacks. */
export const takeOver = (group: Group, from: Group): Result<Group, never> => {
  const counts: Record<string, number> = { ...group.counts };
  for (const [key, count] of Object.entries(from.counts ?? {})) counts[key] = Math.min(999, (counts[key] ?? 0) + count);
  const lacking = (["label", "phone", "intent", "destCountry", "destCity", "focalPersonId"] as const).filter(
    (field) => group[field] === undefined && from[field] !== undefined,
  );
  const linked = [...(group.linkedGroups ?? []), ...(from.linkedGroups ?? [])].filter(
    ({ groupId }) => groupId !== group._id && groupId !== from._id,
  );
  const { linkedGroups: _links, ...kept } = group;
  const pets = [...new Set([...(group.pets ?? []), ...(from.pets ?? [])])];
  return ok({
    ...kept,
    ...(linked.length > 0 && { linkedGroups: linked }),
    ...Object.fromEntries(lacking.map((field) => [field, from[field]])),
    ...(Object.keys(counts).length > 0 && { counts }),
    ...(pets.length > 0 && { pets }),
  });
};

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
