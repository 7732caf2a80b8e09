import { warsawDay } from "../../../src/domain/dates/warsaw-time.ts";
import { siteDatabase } from "../../../src/domain/model/databases.ts";
import { groupBy } from "../../../src/domain/model/group-by.ts";
import { withCompany } from "../../../src/domain/safeguarding/registered-company.ts";
import { mapGroup } from "../mapping/map-group.ts";
import { mapPerson } from "../mapping/map-person.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { Tables } from "../source/tables.ts";
import type { Draft, Drafts } from "./draft.ts";

/** People and groups, in the databases of the sites where they live; `databaseTypeOf` gives the slug for a group's key. */
export const draftPeople = (tables: Tables, homeOf: (group: string) => string, mapping: Mapping): Drafts => {
  const peopleByKey = new Map(tables.people.map(({ value }) => [value.id, value]));
  const groups = tables.groups.map(({ value, origin }): Draft => {
    const site = homeOf(value.id);
    const document = mapGroup(value, site, peopleByKey.get(value.focalPersonId ?? ""), mapping);
    return { document, database: siteDatabase(site), origin, at: mapping.instant(value.arrivedAt) };
  });
  const members = groupBy(tables.people, ({ value }) => value.groupId);
  const people = [...members].flatMap(([group, rows]) => draftParty(rows, homeOf(group), mapping));
  return { drafts: [...groups, ...people], errors: [], leftOut: peopleLeftOut(tables) };
};

/** People of one group. Of the children in it is noted what a phone notes that registers them, at the hour of the first of them. */
const draftParty = (rows: Tables["people"], site: string, mapping: Mapping): readonly Draft[] => {
  const hours = rows.map(({ value }) => mapping.instant(value.registeredAt)).sort();
  const at = hours[0] ?? "";
  const mapped = rows.map(({ value }) => mapPerson(value, site, mapping));
  const documents = withCompany(mapped, { today: warsawDay(at), at });
  return rows.flatMap(({ value, origin }, place): readonly Draft[] => {
    const document = documents[place];
    return document
      ? [{ document, database: siteDatabase(site), origin, at: mapping.instant(value.registeredAt) }]
      : [];
  });
};

/** What belongs to other tiers: documents, health answers, phones beside the group's one, notes. */
const peopleLeftOut = ({ people, groups }: Tables): Readonly<Record<string, number>> => {
  const count = (isThere: (row: (typeof people)[number]["value"]) => unknown) =>
    people.filter(({ value }) => isThere(value)).length;
  const focal = new Set(groups.map(({ value }) => value.focalPersonId));
  return {
    "identity documents": count((row) => row.docNumber ?? row.pesel),
    "health answers": count((row) => row.wg),
    "phones of single people": count((row) => row.phones?.length && !focal.has(row.id)),
    "free notes": count((row) => row.note),
  };
};
