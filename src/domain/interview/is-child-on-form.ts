import { ageRangeOf, isChildBand, isPossiblyChild } from "../dates/age.ts";
import { readAge } from "../dates/read-age.ts";
import type { IntakePerson } from "../intake/intake-form.ts";

/** Whether a person on a form may be a child on the day `today`: by the age that was typed, else by where they were counted. */
export const isChildOnForm = ({ age, band }: Pick<IntakePerson, "age" | "band">, today: string): boolean => {
  const typed = readAge(age, today);
  const range = typed.ok ? ageRangeOf(typed.value, today) : undefined;
  return range ? isPossiblyChild(range) : isChildBand(band);
};
