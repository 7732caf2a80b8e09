import { siteDatabase } from "../../domain/model/databases.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { Safeguarding } from "../../domain/model/kinds/safeguarding.ts";
import type { Guest } from "../../domain/roster/children-alone.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { isOfChildrenOnly } from "../../domain/safeguarding/company.ts";
import type { BesideStrangers } from "../../domain/safeguarding/incidents.ts";
import { groupsOnLists, latestFirst } from "../intake/group-view.ts";
import { parties } from "../intake/parties.ts";
import type { Records } from "../records.ts";
import { guestsAt } from "../roster/house.ts";
import { staysByPerson } from "../roster/stays-of.ts";
import { byId } from "../tables/by-id.ts";
import { everyone, listed } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { departedAt } from "../transport/departed-people.ts";
import type { TripView } from "../transport/trips-view.ts";
import { besideStrangers } from "./beside-strangers.ts";
import { type GuardedChild, guardedChildren } from "./guard-tables.ts";
import { safeguardingByChild } from "./guards.ts";
import { openIncidents, type ProtectedChild, protectedBy, unconfirmedDepartures } from "./protected-child.ts";

/** Children at a site for whom no adult is confirmed, and those with an incident that nobody has taken; incidents first, then who waits longest. */
export const childrenToProtect = (records: Records, site: string, today: string): readonly ProtectedChild[] =>
  records.kept(childrenInOrder, site, today).get(everyone) ?? [];

/** Groups of children only who were counted and are not named yet. */
export const countedWithoutAdult = (records: Records, site: string): readonly Group[] =>
  records.kept(countedInOrder, siteDatabase(site)).get(everyone) ?? [];

/** How many of them there are. */
export const countToProtect = (records: Records, site: string | undefined, today: string): number =>
  site === undefined ? 0 : childrenToProtect(records, site, today).length + countedWithoutAdult(records, site).length;

const childrenInOrder = (records: Records, site: string, today: string): Table<readonly ProtectedChild[]> =>
  listed(records.kept(childrenAt, site, today), byUrgency);

const byUrgency = (a: ProtectedChild, b: ProtectedChild): number =>
  openIncidents(b).length - openIncidents(a).length ||
  compare(a.child.noParentSince ?? "", b.child.noParentSince ?? "") ||
  byId(a.child, b.child);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

type OfChild = [
  Person,
  GuardedChild,
  Guest,
  readonly Safeguarding[],
  readonly StayWithEvents[],
  readonly Presence[],
  readonly TripView[],
  BesideStrangers,
];

/** By person, whatever became of the record. */
const childrenAt = (records: Records, site: string, today: string): Table<ProtectedChild> => {
  const database = siteDatabase(site);
  return joined<OfChild, ProtectedChild>(
    [
      records.table(database, "person"),
      records.kept(guardedChildren, database, today),
      records.kept(guestsAt, site),
      records.kept(safeguardingByChild, database),
      records.kept(staysByPerson, database),
      records.kept(unconfirmedDepartures, database),
      records.kept(departedAt, site, "all"),
      records.kept(besideStrangers, site, today),
    ],
    (child, guarded, guest, events = [], stays = [], unconfirmed, rides, beside) => {
      const guard = guarded?.guard;
      const isNoted = events.length > 0 || unconfirmed !== undefined || child?.noParentSince !== undefined;
      if (!child || !(isNoted || (guest && guard?.needsConfirmedAdult))) return undefined;
      const [leftUnconfirmed, isOnBus] = [unconfirmed !== undefined, rides !== undefined];
      const one = protectedBy(child, { guard, events, stays, leftUnconfirmed, isOnBus, beside });
      return one && isToDo(one, guest) ? one : undefined;
    },
  );
};

const isToDo = (one: ProtectedChild, guest: Guest | undefined): boolean => {
  const isInside = guest !== undefined && guest.status !== "out";
  const waits = isInside && one.guard.needsConfirmedAdult && one.guard.confirmed.length === 0;
  return waits || openIncidents(one).length > 0;
};

const countedInOrder = (records: Records, database: string): Table<readonly Group[]> =>
  listed(
    joined<[Group, readonly Person[]], Group>(
      [records.kept(groupsOnLists, database), records.kept(parties, database)],
      (group, members = []) => (group && isOfChildrenOnly(group) && isAnyUnnamed(group, members) ? group : undefined),
    ),
    latestFirst,
  );

const isAnyUnnamed = ({ counts = {} }: Group, members: readonly Person[]): boolean =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) > members.length;
