import { registrationOrder } from "../../domain/intake/registration-order.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Safeguarding } from "../../domain/model/kinds/safeguarding.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import type { Guard } from "../../domain/safeguarding/release.ts";
import type { Records } from "../records.ts";
import { isHere, isWithdrawnInBed } from "../roster/residents.ts";
import { staysByPerson } from "../roster/stays-of.ts";
import { grouped } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { guardIn, mayNeedGuard, safeguardingByChild } from "./guards.ts";

/** A child with those who are in its group, and what stands between it and the door. */
export type GuardedChild = { readonly child: Person; readonly party: readonly Person[]; readonly guard: Guard };

/** Everybody who is to be treated as a child, or was noted without a parent, by person. `today` is a day, `YYYY-MM-DD`. */
export const guardedChildren = (records: Records, database: string, today: string): Table<GuardedChild> =>
  joined<[Person, readonly ChildrenInParty[], readonly Safeguarding[]], GuardedChild>(
    [
      records.table(database, "person"),
      records.kept(partyByChild, database, today),
      records.kept(safeguardingByChild, database),
    ],
    (child, [whole] = [], events = []) => {
      const party = whole?.party ?? [];
      const guard = child && whole && guardIn(child, party, events, today);
      return guard && { child, party, guard };
    },
  );

/** `key`: of the group, or of the person who is in none. */
type ChildrenInParty = {
  readonly key: string;
  readonly children: readonly Person[];
  readonly party: readonly Person[];
};

const partyByChild = (records: Records, database: string, today: string): Table<readonly ChildrenInParty[]> =>
  grouped(
    records.kept(partiesWithChildren, database, today),
    ({ children }) => children.map(({ _id }) => _id),
    (a, b) => (a.key < b.key ? -1 : 1),
  );

const partiesWithChildren = (records: Records, database: string, today: string): Table<ChildrenInParty> =>
  joined<[readonly Person[], readonly Person[]], ChildrenInParty>(
    [records.kept(everybodyByParty, database), records.kept(withdrawnInBedByParty, database)],
    (everybody = [], inBed = [], key = "") => {
      const children = everybody.filter((person) => mayNeedGuard(person, today));
      if (children.length === 0) return undefined;
      return { key, children, party: everybody.filter((person) => isHere(person) || inBed.includes(person)) };
    },
  );

/** Also who was struck out: of a child it stays to be known. */
const everybodyByParty = (records: Records, database: string): Table<readonly Person[]> =>
  grouped(records.table(database, "person"), (person) => [partyOf(person)], registrationOrder);

const withdrawnInBedByParty = (records: Records, database: string): Table<readonly Person[]> =>
  grouped(
    joined<[Person, readonly StayWithEvents[]], Person>(
      [records.table(database, "person"), records.kept(staysByPerson, database)],
      (person, stays) => (person && isWithdrawnInBed(person, stays) ? person : undefined),
    ),
    (person) => [partyOf(person)],
    registrationOrder,
  );

const partyOf = ({ groupId, _id }: Person): string => groupId ?? _id;
