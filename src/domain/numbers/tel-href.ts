import { dialledIn } from "./phone-number.ts";

/** What dials a number; of two in one text the first. */
export const telHref = (number: string): string => `tel:${dialledIn(number).replace(/[^\d+]/g, "")}`;

/** Whether a text holds what may ring at the people it was noted for: no words alone, no short number of a help line, not more digits than numbers have. */
export const canBeCalled = (number: string): boolean => /^tel:\+?\d{7,15}$/.test(telHref(number));
