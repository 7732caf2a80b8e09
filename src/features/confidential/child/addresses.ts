import { keyOf } from "../../../domain/model/new-id.ts";

/** The page of a child, from what protection officers were told of it. */
export const childHref = (personId: string): string => `/confidential/child/${keyOf(personId)}`;
