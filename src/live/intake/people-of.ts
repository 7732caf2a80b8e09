import { siteDatabase } from "../../domain/model/databases.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { groupOfPerson } from "./group-view.ts";

/** The people of a site, by id. */
export const peopleOf = (records: Records, site: string): ReadonlyMap<string, Person> =>
  records.all(siteDatabase(site), "person");

/** One of them. */
export const personOf = (records: Records, site: string, personId: string): Person | undefined =>
  records.table(siteDatabase(site), "person").get(personId);

/** The same with the group they came with and everybody in it. */
export const personWithGroup = (records: Records, site: string, personId: string): PersonWithGroup | undefined => {
  const database = siteDatabase(site);
  const person = records.table(database, "person").get(personId);
  if (!person) return undefined;
  const members = groupOfPerson(records, site, personId);
  return {
    person,
    group: person.groupId && records.table(database, "group").get(person.groupId),
    members,
    companions: members.filter(({ _id }) => _id !== personId),
  };
};

export type PersonWithGroup = {
  readonly person: Person;
  readonly group: Group | undefined;
  readonly members: readonly Person[];
  /** The members without the person. */
  readonly companions: readonly Person[];
};
