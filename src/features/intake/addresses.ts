import { keyOf } from "../../domain/model/new-id.ts";

export const groupHref = (id: string): string => `/arrivals/group/${keyOf(id)}`;
export const personHref = (id: string): string => `/arrivals/person/${keyOf(id)}`;
export const registerHref = (id: string): string => `/arrivals/register/${keyOf(id)}`;
