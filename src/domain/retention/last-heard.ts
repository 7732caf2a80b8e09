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

/** The last day on which somebody wrote of what a document is about, or on which it happened: by the phones' clocks. */
export const lastHeard = (document: Document): string =>
  latestDay([
    ...[document.createdAt, document.at, document.startedAt, document.departAt, document.plannedTo],
    ...Object.values(document.stamps.edits).map(([, at]) => at),
    ...(Array.isArray(document.stops)
      ? document.stops.map((stop) => (stop as { plannedAt?: unknown })?.plannedAt)
      : []),
  ]);

/** True for what somebody came back to after it was begun. */
export const wasEdited = ({ stamps: { seen } }: Document): boolean =>
  Object.keys(seen).length > 1 || Object.values(seen).some((counter) => counter > 1);

/** Whether nothing was heard of all these for so many days. */
export type Ends = (about: readonly Document[], days: number) => boolean;
