import type { Tables } from "../source/tables.ts";

/**
 * The site (its key) at which each group's records live: where its members stayed last, else where it arrived. One group
 * lives in one database, so that whoever looks after it sees all of it.
 */
export const homesOf = ({ groups, people, stays }: Tables): ReadonlyMap<string, string> => {
  const groupOf = new Map(people.map(({ value }) => [value.id, value.groupId]));
  const last = new Map<string, { readonly since: string; readonly site: string }>();
  for (const { value } of stays) {
    const group = groupOf.get(value.personId);
    const since = value.checkedInAt ?? value.plannedFrom;
    if (!group || !since || value.status === "no_show") continue;
    if ((last.get(group)?.since ?? "") < since) last.set(group, { since, site: value.siteId });
  }
  return new Map(groups.map(({ value }) => [value.id, last.get(value.id)?.site ?? value.siteId]));
};
