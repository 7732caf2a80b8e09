import { keyOf } from "../../domain/model/new-id.ts";

/** The pages of a child and of a group in the arrivals. */
export const childHref = (personId: string): string => `/arrivals/person/${keyOf(personId)}`;
export const groupHref = (groupId: string): string => `/arrivals/group/${keyOf(groupId)}`;
