import type { Person } from "../model/kinds/person.ts";

/** The focal person first, then as they were written down. */
export const registrationOrder = (a: Person, b: Person): number =>
  Number(b.relationToFocal === "HEAD") - Number(a.relationToFocal === "HEAD") || (a._id < b._id ? -1 : 1);
