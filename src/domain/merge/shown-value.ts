import type { Sibling } from "../model/document.ts";
import { joinLists } from "./join-lists.ts";
import { compareStamps, type Stamps } from "./stamps.ts";

/**
 * How the shown value comes out of several that were written unseen of each other. People are asked about `newest`, and about elements of a list
 * of which it cannot be told whether they were added or taken away: in a `union` these are shown meanwhile, among `members`, who have rights by
 * it, they are not. `derived` is what the app keeps itself or
 * what follows from another field; `first` is an event's, which several may note and nobody edits.
 */
export type MergeRule = "newest" | "derived" | "first" | "union" | "members" | "max" | "min";
export type MergeRuleOf = (field: string) => MergeRule;

export const isList = (rule: MergeRule): boolean => rule === "union" || rule === "members";

/** `survivors` come newest first. A write that took the field away gives way to one that had not seen it, but for the newest. */
export const shownValue = (
  rule: MergeRule,
  field: string,
  survivors: readonly Sibling[],
  edits: Stamps["edits"],
): unknown => {
  if (rule === "newest" || rule === "derived") return survivors[0]?.[1];
  const present = survivors.filter((rival) => rival.length === 2);
  if (rule === "first") return [...present].sort((a, b) => compareStamps(a[0], b[0]))[0]?.[1];
  const values = present.map((rival) => rival[1]);
  if (values.length === 0 || survivors.length === 1) return values[0];
  if (rule === "min") return values.reduce((least, value) => (isGreater(least, value) ? value : least));
  if (rule === "max") return values.reduce((most, value) => (isGreater(value, most) ? value : most));
  const joined = joinLists(field, survivors, edits);
  return joined.filter(({ isDoubtful }) => rule === "union" || !isDoubtful).map(({ element }) => element);
};

/** Numbers by their value, days by the calendar. */
const isGreater = (value: unknown, than: unknown): boolean =>
  typeof value === "string" && typeof than === "string" ? value > than : Number(value) > Number(than);
