import { siteDatabase } from "../../domain/model/databases.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Safeguarding } from "../../domain/model/kinds/safeguarding.ts";
import { currentStay } from "../../domain/roster/stay-commands.ts";
import { isOfChildrenOnly, isWithoutParent } from "../../domain/safeguarding/company.ts";
import { type Incident, incidentsOf } from "../../domain/safeguarding/incidents.ts";
import type { Guard } from "../../domain/safeguarding/release.ts";
import { latestGroups } from "../intake/group-view.ts";
import { parties } from "../intake/parties.ts";
import type { Records } from "../records.ts";
import { guestsAt } from "../roster/house.ts";
import { staysOfPerson } from "../roster/stays-of.ts";
import { byId } from "../tables/by-id.ts";
import { everyone, grouped, listed } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { departedAt } from "../transport/departed-people.ts";
import { guardOf, safeguardingByChild, safeguardingOf } from "./guards.ts";

/** A child for whom somebody has to do something, and what was done. */
export type ProtectedChild = {
  readonly child: Person;
  readonly guard: Guard;
  readonly events: readonly Safeguarding[];
  readonly incidents: readonly Incident[];
  /** A place in the house is kept for it. */
  readonly isHoused: boolean;
};

/** Children at a site for whom no adult is confirmed, and those with an incident that nobody has taken; incidents first, then who waits longest. */
export const childrenToProtect = (records: Records, site: string, today: string): readonly ProtectedChild[] => {
  const database = siteDatabase(site);
  const people = records.table(database, "person");
  const guests = records.kept(guestsAt, site);
  const ids = new Set([
    ...[...records.kept(withoutParentByParty, database, today).rows().values()].flat().map(({ _id }) => _id),
    ...(records.kept(notedWithoutParent, database).get(everyone) ?? []).map(({ _id }) => _id),
    ...records.kept(safeguardingByChild, database).rows().keys(),
    ...records.kept(unconfirmedDepartures, database).rows().keys(),
  ]);
  return [...ids]
    .flatMap((id) => {
      const child = people.get(id);
      const one = child && protectedChild(records, child, today);
      if (!one) return [];
      const guest = guests.get(id);
      const isHere = guest !== undefined && guest.status !== "out";
      const waits = isHere && one.guard.needsConfirmedAdult && one.guard.confirmed.length === 0;
      return waits || openIncidents(one).length > 0 ? [one] : [];
    })
    .sort(byUrgency);
};

/** Groups of children only who were counted and are not named yet. */
export const countedWithoutAdult = (records: Records, site: string): readonly Group[] =>
  latestGroups(records, site).filter(
    (group) => isOfChildrenOnly(group) && isAnyUnnamed(group, records.kept(parties, siteDatabase(site)).get(group._id)),
  );

const isAnyUnnamed = ({ counts = {} }: Group, members: readonly Person[] = []): boolean =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) > members.length;

/** How many of them there are. */
export const countToProtect = (records: Records, site: string | undefined, today: string): number =>
  site === undefined ? 0 : childrenToProtect(records, site, today).length + countedWithoutAdult(records, site).length;

/** What is to be known of one child; nothing for adults of whom nothing was ever noted. */
export const protectedChild = (records: Records, child: Person, today: string): ProtectedChild | undefined => {
  const database = siteDatabase(child.site);
  const events = safeguardingOf(records, child.site, child._id);
  const stays = staysOfPerson(records, database, child._id);
  const guard = guardOf(records, child, today);
  const isNoted = events.length > 0 || records.kept(unconfirmedDepartures, database).get(child._id) !== undefined;
  if (!guard && !isNoted && !child.noParentSince) return undefined;
  const leftByBus = stays.length === 0 && records.kept(departedAt, child.site, "all").get(child._id) !== undefined;
  const facts = { guard: guard ?? free, stays, events, leftByBus };
  return {
    child,
    guard: facts.guard,
    events,
    incidents: incidentsOf(child, facts),
    isHoused: currentStay(stays) !== undefined,
  };
};

/** Of somebody who is of age now: what happened before stands all the same. */
const free: Guard = { needsConfirmedAdult: false, confirmed: [], own: [] };

/** Those of these people who may leave only with a confirmed adult, or with an incident. */
export const protectedAmong = (records: Records, people: readonly Person[], today: string): readonly ProtectedChild[] =>
  people.flatMap((person) => {
    const one = protectedChild(records, person, today);
    return one && (one.guard.needsConfirmedAdult || one.incidents.length > 0) ? [one] : [];
  });

export const openIncidents = ({ incidents }: ProtectedChild): readonly Incident[] =>
  incidents.filter(({ taken }) => taken.length === 0);

const byUrgency = (a: ProtectedChild, b: ProtectedChild): number =>
  openIncidents(b).length - openIncidents(a).length ||
  compare(a.child.noParentSince ?? "", b.child.noParentSince ?? "") ||
  byId(a.child, b.child);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const withoutParentByParty = (records: Records, database: string, today: string): Table<readonly Person[]> =>
  joined<[readonly Person[]], readonly Person[]>([records.kept(parties, database)], (party = []) => {
    const alone = party.filter((one) => one.noParentSince !== undefined || isWithoutParent(one, party, today));
    return alone.length > 0 ? alone : undefined;
  });

/** Also who was struck out since. */
const notedWithoutParent = (records: Records, database: string): Table<readonly Person[]> =>
  listed(records.table(database, "person"), byId, ({ noParentSince }) => noParentSince !== undefined);

const unconfirmedDepartures = (records: Records, database: string) =>
  grouped(records.table(database, "presence"), ({ personId, unconfirmed }) => (unconfirmed ? [personId] : []), byId);
