import { registrationOrder } from "../../domain/intake/registration-order.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { isWithdrawnInBed } from "../roster/residents.ts";
import { staysOfPerson } from "../roster/stays-of.ts";
import { byId } from "../tables/by-id.ts";
import { everyone, grouped, listed } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { type DoubtfulGroup, doubtfulGroups } from "./doubtful-groups.ts";
import { parties } from "./parties.ts";
import { withdrawnIn } from "./withdrawals.ts";

export type GroupView = {
  /** The group's id, or the person's who travels alone. */
  readonly key: string;
  readonly group: Group | undefined;
  readonly members: readonly Person[];
};

/** The groups of a site with their members, the newest first; people without a group are a group of one. */
export const groupsOf = (records: Records, site: string): readonly GroupView[] =>
  records.kept(groupsInOrder, siteDatabase(site)).get(everyone) ?? [];

/** The people of the site who are the same group as this one, this one included. */
export const groupOfPerson = (records: Records, site: string, personId: string): readonly Person[] => {
  const person = records.table(siteDatabase(site), "person").get(personId);
  if (!person) return [];
  return person.groupId ? membersOf(records, site, person.groupId) : [person];
};

/** A group and its people, the focal person first. */
export const groupWithPeople = (records: Records, site: string, groupId: string) => {
  const group = records.table(siteDatabase(site), "group").get(groupId);
  const isFocal = ({ _id }: Person): number => Number(_id === group?.focalPersonId);
  return { group, people: [...membersOf(records, site, groupId)].sort((a, b) => isFocal(b) - isFocal(a)) };
};

/** Who came last, newest on top. */
export const latestGroups = (records: Records, site: string): readonly Group[] =>
  records.kept(arrivals, siteDatabase(site)).get(everyone) ?? [];

/** Those of a group, also who was struck out. */
export const peopleByGroup = (records: Records, database: string): Table<readonly Person[]> =>
  grouped(records.table(database, "person"), ({ groupId }) => [groupId], registrationOrder);

const membersOf = (records: Records, site: string, groupId: string): readonly Person[] => {
  const database = siteDatabase(site);
  const here = records.kept(parties, database).get(groupId) ?? [];
  const inBed = withdrawnIn(records, site, groupId).filter((person) =>
    isWithdrawnInBed(person, staysOfPerson(records, database, person._id)),
  );
  return inBed.length > 0 ? [...here, ...inBed].sort(registrationOrder) : here;
};

const groupsInOrder = (records: Records, database: string): Table<readonly GroupView[]> =>
  listed(
    joined<[Group, readonly Person[]], GroupView>(
      [records.table(database, "group"), records.kept(parties, database)],
      (group, members) =>
        members && { key: group?._id ?? members[0]?.groupId ?? members[0]?._id ?? "", group, members },
    ),
    (a, b) => byNewest(a, b) || (a.key < b.key ? -1 : 1),
  );

const arrivals = (records: Records, database: string): Table<readonly Group[]> =>
  listed(records.kept(groupsOnLists, database), latestFirst);

/** Whose people are looked at only where a group was joined with another, or somebody of it withdrawn: the first screen waits for nobody else. */
export const groupsOnLists = (records: Records, database: string): Table<Group> =>
  joined<[Group, DoubtfulGroup], Group>(
    [records.table(database, "group"), records.kept(doubtfulGroups, database)],
    (group, doubtful) => (doubtful ? doubtful.shown : group),
  );

export const latestFirst = (a: Group, b: Group): number =>
  a.arrivedAt === b.arrivedAt ? byId(b, a) : a.arrivedAt < b.arrivedAt ? 1 : -1;

const byNewest = (a: GroupView, b: GroupView): number => {
  const [newest, other] = [newestOf(a), newestOf(b)];
  return newest === other ? 0 : newest < other ? 1 : -1;
};

const newestOf = ({ members }: GroupView): string =>
  members.reduce((newest, { _id }) => (_id > newest ? _id : newest), "");
