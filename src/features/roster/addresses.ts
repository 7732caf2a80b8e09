import { keyOf } from "../../domain/model/new-id.ts";

/** Addresses hold keys only, never a name. */
export const roomAddress = (roomId: string): string => `/roster/room/${keyOf(roomId)}`;

export const residentAddress = (personId: string): string => `/roster/person/${keyOf(personId)}`;

/** Where somebody is given a bed; with the one that was tapped, where it was. */
export const bedForAddress = (personId: string, bedId?: string): string =>
  `/roster/bed-for/${keyOf(personId)}${bedId ? `#${keyOf(bedId)}` : ""}`;
