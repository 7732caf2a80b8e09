import { keyOf } from "../../domain/model/new-id.ts";

/** Addresses hold keys only, never a name. */
export const roomAddress = (roomId: string): string => `/roster/room/${keyOf(roomId)}`;

export const residentAddress = (personId: string): string => `/roster/person/${keyOf(personId)}`;

export const bedForAddress = (personId: string): string => `/roster/bed-for/${keyOf(personId)}`;
