import { registrationOrder } from "../../domain/intake/registration-order.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import { groupBy } from "../../domain/model/group-by.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { remembered } from "../remembered.ts";

export const groupKinds = ["person", "group"] as const;

export type GroupView = {
  /** The group's id, or the person's who travels alone. */
  readonly key: string;
  readonly group: Group | undefined;
  readonly members: readonly Person[];
};

/** The groups of a site with their members, the newest first; people without a group are a group of one. */
export const groupsOf = (records: Records, site: string): readonly GroupView[] => {
  const database = siteDatabase(site);
  const groups = records.all(database, "group");
  const members = new Map<string, Person[]>();
  for (const person of records.all(database, "person").values()) {
    if (person.voided || person.mergedInto) continue;
    const key = person.groupId ?? person._id;
    const others = members.get(key);
    if (others) others.push(person);
    else members.set(key, [person]);
  }
  return [...members]
    .map(([key, people]) => ({ key, group: groups.get(key), members: people.sort(registrationOrder) }))
    .sort((a, b) => (newestOf(a) < newestOf(b) ? 1 : -1));
};

/** The people of the site who are the same group as this one, this one included. */
export const groupOfPerson = (records: Records, site: string, personId: string): readonly Person[] => {
  const people = records.all(siteDatabase(site), "person");
  const person = people.get(personId);
  if (!person) return [];
  return person.groupId ? membersOf(records, site, person.groupId) : [person];
};

/** A group and its people, the focal person first. */
export const groupWithPeople = (records: Records, site: string, groupId: string) => {
  const group = records.all(siteDatabase(site), "group").get(groupId);
  const isFocal = ({ _id }: Person): number => Number(_id === group?.focalPersonId);
  return { group, people: membersOf(records, site, groupId).sort((a, b) => isFocal(b) - isFocal(a)) };
};

const membersOf = (records: Records, site: string, groupId: string): Person[] =>
  (remembered(records, siteDatabase(site), ["person"], peopleByGroup).get(groupId) ?? [])
    .filter((person) => !person.voided && !person.mergedInto)
    .sort(registrationOrder);

const peopleByGroup = (records: Records, database: string) =>
  groupBy<Person>(records.all(database, "person").values(), ({ groupId }) => groupId);

const newestOf = ({ members }: GroupView): string =>
  members
    .map(({ _id }) => _id as string)
    .sort()
    .at(-1) ?? "";
