import { keyOf } from "../../domain/model/new-id.ts";

/** Addresses hold keys only, never a name. */
export const roomAddress = (roomId: string): string => `/roster/room/${keyOf(roomId)}`;

export const residentAddress = (personId: string): string => `/roster/person/${keyOf(personId)}`;

/** Where somebody is given a bed; with the one that was tapped, where it was. */
export const bedForAddress = (personId: string, bedId?: string): string =>
  `/roster/bed-for/${keyOf(personId)}${bedId ? `#${keyOf(bedId)}` : ""}`;

/** Where a resident gets another bed. It is said until it is done: the bare address may be what is left of "beds are given". */
export const otherBedAddress = (personId: string): string => bedForAddress(personId) + otherBedMark;
export const otherBedMark = "#move";
