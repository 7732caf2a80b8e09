import { deepEqual } from "../merge/deep-equal.ts";
import { cutText } from "../model/cut-text.ts";
import type { Child } from "../model/kinds/child.ts";
import type { Person } from "../model/kinds/person.ts";

/** What the site's record of a child says of the fields of its form. */
export type KnownAtSite = Pick<Child, "site" | "personId"> & Readonly<Partial<Omit<Child, "stamps" | "rivals">>>;

export type Surroundings = {
  /** The site's name. */
  readonly place: string;
  /** Adults whom the child came with, as they are called. */
  readonly adults: readonly string[];
  /** Who noted that no parent is with the child. */
  readonly notedBy: string | undefined;
};

export const knownAtSite = (person: Person, { place, adults, notedBy }: Surroundings): KnownAtSite => {
  const { familyName, givenName, patronymic, familyNameLat, givenNameLat, sex, birth, languages } = person;
  const known = {
    ...{ site: person.site, personId: person._id, sex, birth, languages },
    ...{ familyName, givenName, patronymic, familyNameLat, givenNameLat },
    nationality: cutText(person.nationality?.join(", ") ?? "", 80) || undefined,
    identifiedAt: person.noParentSince,
    identifiedBy: notedBy,
    identifiedPlace: cutText(place, 80) || undefined,
    adultName: cutText(adults.join(", "), 80).trim() || undefined,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as unknown as KnownAtSite;
};

/**
 * The form with what the site says now, where no officer wrote the field: what the site no longer says is taken out. Where the child is, is the site's to say, also in
 * a form that an officer began. `worker`: the account that fills the form from the site; `open`: fields of which the site can say nothing now, so that they stay.
 */
export const followRecord = (
  child: Child,
  known: KnownAtSite,
  worker: string,
  open: readonly SiteField[] = [],
): Child => {
  const changed = siteFields.filter(
    (field) =>
      !open.includes(field) &&
      !deepEqual(child[field], known[field]) &&
      (field === "site" || isWorkersField(child, field, worker)),
  );
  if (changed.length === 0) return child;
  const followed = { ...child, ...Object.fromEntries(changed.map((field) => [field, known[field]])) };
  return Object.fromEntries(Object.entries(followed).filter(([, value]) => value !== undefined)) as unknown as Child;
};

/** What the site says of a child. */
const siteFields = [
  ...(["site", "sex", "birth", "languages", "nationality"] as const),
  ...(["familyName", "givenName", "patronymic", "familyNameLat", "givenNameLat"] as const),
  ...(["identifiedAt", "identifiedBy", "identifiedPlace", "adultName"] as const),
] satisfies readonly (keyof Child)[];
export type SiteField = (typeof siteFields)[number];

const isWorkersField = (child: Child, field: SiteField, worker: string): boolean => {
  const { base, own = {}, edits } = child.stamps;
  if (child.rivals?.[field]) return false;
  const stamp = own[field] ?? (field in child ? base : undefined);
  return stamp === undefined || edits[stamp]?.[0] === worker;
};
