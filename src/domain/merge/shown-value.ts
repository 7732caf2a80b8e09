import type { Sibling } from "../model/document.ts";
import { deepEqual } from "./deep-equal.ts";
import { compareStamps } from "./stamps.ts";

/**
 * How the shown value comes out of several that were written unseen of each other. People are asked about `newest` only; `derived` is what the
 * app keeps itself; `first` is an event's, which several may note and nobody edits.
 */
export type MergeRule = "newest" | "derived" | "first" | "union" | "max";
export type MergeRuleOf = (field: string) => MergeRule;

/** `survivors` come newest first. A write that took the field away gives way to one that had not seen it, but for the newest. */
export const shownValue = (rule: MergeRule, survivors: readonly Sibling[]): unknown => {
  if (rule === "newest" || rule === "derived") return survivors[0]?.[1];
  const present = survivors.filter((rival) => rival.length === 2);
  if (rule === "first") return [...present].sort((a, b) => compareStamps(a[0], b[0]))[0]?.[1];
  const values = present.map((rival) => rival[1]);
  if (values.length < 2) return values[0];
  if (rule === "max") return values.reduce((most, value) => (Number(value) > Number(most) ? value : most));
  return values.flat().filter((value, index, all) => all.findIndex((other) => deepEqual(other, value)) === index);
};
