import type { Document } from "../../domain/model/document.ts";
import { keyOf } from "../../domain/model/new-id.ts";

/** Addresses hold ids only, never a name. */
export const recordHref = (database: string, id: string): string => `/sync/record/${database}/${id}`;

export const repairHref = (database: string, id: string): string => `${recordHref(database, id)}/repair`;

/** The screen on which a record is worked with; nothing for what has none. */
export const screenOf = ({ _id, kind, personId, tripId }: Document): string | undefined => {
  if (kind === "person") return `/arrivals/person/${keyOf(_id)}`;
  if (kind === "group") return `/arrivals/group/${keyOf(_id)}`;
  if (kind === "room") return `/roster/room/${keyOf(_id)}`;
  if (kind === "trip") return `/transport/${keyOf(_id)}`;
  if (typeof tripId === "string") return `/transport/${keyOf(tripId)}`;
  return typeof personId === "string" ? `/roster/person/${keyOf(personId)}` : undefined;
};
