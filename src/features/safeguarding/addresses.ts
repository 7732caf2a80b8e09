import { keyOf } from "../../domain/model/new-id.ts";

/** The page of a child in the arrivals. */
export const childHref = (personId: string): string => `/arrivals/person/${keyOf(personId)}`;
