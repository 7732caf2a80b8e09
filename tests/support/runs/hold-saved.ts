import type { Saved } from "../browser/steps/register-quickly.ts";
import type { Stored } from "./a-shift.ts";

/** What of the acknowledged registrations the server does not hold, whole and exactly once; each in words. */
export const missingFrom = (stored: readonly Stored[], saved: readonly Saved[]): readonly string[] => {
  const heads = headsByGroup(stored);
  return saved.flatMap(({ groupId, surname, heads: expected }) => {
    const found = heads.get(groupId);
    return found === expected ? [] : [`${surname} (${groupId}): ${found ?? "no group"} of ${expected}`];
  });
};

/** Registrations of a surname that are there in part: a group with other than so many people. */
export const brokenGroups = (stored: readonly Stored[], surname: string, heads: number): readonly string[] => {
  const found = headsByGroup(stored);
  return stored
    .filter(({ kind, label }) => kind === "group" && String(label).startsWith(surname))
    .flatMap(({ _id }) => (found.get(_id) === heads ? [] : [`${_id}: ${found.get(_id)} of ${heads}`]));
};

/** People by group, of the groups that are there. */
const headsByGroup = (stored: readonly Stored[]): ReadonlyMap<string, number> => {
  const heads = new Map(stored.filter(({ kind }) => kind === "group").map(({ _id }) => [_id, 0]));
  for (const { kind, groupId } of stored)
    if (kind === "person" && heads.has(String(groupId)))
      heads.set(String(groupId), (heads.get(String(groupId)) ?? 0) + 1);
  return heads;
};
