import { addDays } from "../dates/add-days.ts";
import { isRealDay, isRealInstant } from "../dates/real-moments.ts";
import type { Document } from "../model/document.ts";

/** The latest day of some days and instants; what is none of them counts for nothing. Empty where none is. */
export const latestDay = (moments: Iterable<unknown>): string => {
  let latest = "";
  for (const moment of moments) {
    if (typeof moment !== "string" || !(isRealInstant(moment) || isRealDay(moment))) continue;
    if (moment.slice(0, 10) > latest) latest = moment.slice(0, 10);
  }
  return latest;
};

/**
 * When somebody wrote of what a document is about, and when it happens: by the phones' clocks. What is said to have happened after `today` has
 * not; a plan reaches no further than a year.
 */
export const momentsOf = (document: Document, today: string): readonly unknown[] => {
  const { stops } = document;
  const written = [
    document.createdAt,
    document.at,
    document.startedAt,
    ...Object.values(document.stamps.edits).map(([, at]) => at),
  ];
  const stopped = Array.isArray(stops)
    ? stops.map((stop) => (stop as { readonly plannedAt?: unknown })?.plannedAt)
    : [];
  const planned = [document.departAt, document.plannedTo, ...stopped];
  const isBy = (day: string) => (moment: unknown) => typeof moment === "string" && moment.slice(0, 10) <= day;
  return [...written.filter(isBy(today)), ...planned.filter(isBy(addDays(today, farthestPlan)))];
};

/** Days. */
const farthestPlan = 366;

/** True for a record that was changed after it was begun. */
export const wasEdited = ({ stamps: { seen } }: Document): boolean =>
  Object.keys(seen).length > 1 || Object.values(seen).some((counter) => counter > 1);

/** Whether nothing was heard of all these for so many days. */
export type Ends = (about: readonly Document[], days: number) => boolean;
