import { keyOf } from "../../domain/model/new-id.ts";

/** The place of the bar that a page of people is opened in: it is the same page in both, beside the list of that place. */
export type PeoplePlace = "arrivals" | "roster";

export const groupHref = (id: string, place: PeoplePlace = "arrivals"): string => `/${place}/group/${keyOf(id)}`;
export const personHref = (id: string, place: PeoplePlace = "arrivals"): string => `/${place}/person/${keyOf(id)}`;
export const historyHref = (id: string, place: PeoplePlace): string => `${personHref(id, place)}/history`;
export const registerHref = (id: string): string => `/arrivals/register/${keyOf(id)}`;
export const askHref = (id: string): string => `${registerHref(id)}/ask`;
export const practiceHref = "/arrivals/practice";
export const practiceDoneHref = "/arrivals/practice/done";

/** The form of a person, open at a field where one is named. A fragment is sent to no server. */
export const editHref = (id: string, field?: string): string => `${personHref(id)}/edit${field ? `#${field}` : ""}`;
