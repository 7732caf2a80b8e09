import { warsawDay } from "../dates/warsaw-time.ts";
import { deepEqual } from "../merge/deep-equal.ts";
import type { Document } from "../model/document.ts";
import type { IntakeForm } from "./intake-form.ts";
import { registerGroup } from "./register-group.ts";

/** True where all that a form says of a group and its people is saved under its ids: the app ended between saving it and forgetting the form. */
export const isSavedAs = (form: IntakeForm, stored: (id: string) => Document | undefined, site: string): boolean => {
  const group = stored(form.groupId);
  if (!group) return false;
  // Ages are counted from the day on which they were told.
  const doing = { by: group.createdBy, at: group.createdAt };
  const made = registerGroup(form, { site, today: warsawDay(group.createdAt) }, doing);
  return (
    made.ok &&
    made.value.every(({ id, content }) => told.every((field) => deepEqual(content[field], stored(id)?.[field])))
  );
};

const told = [
  "site",
  "label",
  "counts",
  "phone",
  "intent",
  "destCountry",
  "familyName",
  "givenName",
  "sex",
  "birth",
  "childCare",
];
