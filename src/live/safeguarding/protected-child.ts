import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { Safeguarding } from "../../domain/model/kinds/safeguarding.ts";
import { currentStay, type StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { type BesideStrangers, type Incident, incidentsOf } from "../../domain/safeguarding/incidents.ts";
import type { Guard } from "../../domain/safeguarding/release.ts";
import type { Records } from "../records.ts";
import { staysOfPerson } from "../roster/stays-of.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";
import { departedAt } from "../transport/departed-people.ts";
import { besideStrangers } from "./beside-strangers.ts";
import { guardOf, safeguardingOf } from "./guards.ts";

/** A child for whom somebody has to do something, and what was done. */
export type ProtectedChild = {
  readonly child: Person;
  readonly guard: Guard;
  readonly events: readonly Safeguarding[];
  readonly incidents: readonly Incident[];
  /** A place in the house is kept for it. */
  readonly isHoused: boolean;
};

/** What is to be known of one child; nothing for adults of whom nothing was ever noted. */
export const protectedChild = (records: Records, child: Person, today: string): ProtectedChild | undefined => {
  const database = siteDatabase(child.site);
  return protectedBy(child, {
    guard: guardOf(records, child, today),
    events: safeguardingOf(records, child.site, child._id),
    stays: staysOfPerson(records, database, child._id),
    leftUnconfirmed: records.kept(unconfirmedDepartures, database).get(child._id) !== undefined,
    isOnBus: records.kept(departedAt, child.site, "all").get(child._id) !== undefined,
    beside: records.kept(besideStrangers, child.site, today).get(child._id),
  });
};

/** What lies here of a child. */
export type ChildFiles = {
  readonly guard: Guard | undefined;
  readonly events: readonly Safeguarding[];
  readonly stays: readonly StayWithEvents[];
  readonly leftUnconfirmed: boolean;
  /** Of a bus that has left this site. */
  readonly isOnBus: boolean;
  readonly beside: BesideStrangers | undefined;
};

export const protectedBy = (
  child: Person,
  { guard, events, stays, leftUnconfirmed, isOnBus, beside }: ChildFiles,
): ProtectedChild | undefined => {
  const isNoted = events.length > 0 || leftUnconfirmed || child.noParentSince !== undefined;
  if (!guard && !isNoted) return undefined;
  const facts = { guard: guard ?? free, stays, events, leftByBus: stays.length === 0 && isOnBus, beside };
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

export const unconfirmedDepartures = (records: Records, database: string): Table<readonly Presence[]> =>
  grouped(records.table(database, "presence"), ({ personId, unconfirmed }) => (unconfirmed ? [personId] : []), byId);
