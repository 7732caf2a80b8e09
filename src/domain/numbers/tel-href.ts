import { dialledIn } from "./phone-number.ts";

/** What dials a number; of two in one text the first. */
export const telHref = (number: string): string => `tel:${dialledIn(number).replace(/[^\d+]/g, "")}`;
