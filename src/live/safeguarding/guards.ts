import { isChild } from "../../domain/intake/is-child.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Safeguarding } from "../../domain/model/kinds/safeguarding.ts";
import { ownAdultsOf } from "../../domain/safeguarding/company.ts";
import { confirmationsFor, isOfAge, needsConfirmedAdult } from "../../domain/safeguarding/confirmation.ts";
import type { Guard } from "../../domain/safeguarding/release.ts";
import { groupOfPerson } from "../intake/group-view.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** What stands between each of these people and the door, by id; nothing for adults. `today` is a day, `YYYY-MM-DD`. */
export const guardsOf = (
  records: Records,
  site: string,
  personIds: readonly string[],
  today: string,
): ReadonlyMap<string, Guard> => {
  const people = records.table(siteDatabase(site), "person");
  return new Map(
    personIds.flatMap((id) => {
      const person = people.get(id);
      const guard = person && guardOf(records, person, today);
      return guard ? [[id, guard] as const] : [];
    }),
  );
};

export const guardOf = (records: Records, person: Person, today: string): Guard | undefined => {
  if (!mayNeedGuard(person, today)) return undefined;
  const party = groupOfPerson(records, person.site, person._id);
  return guardIn(person, party, safeguardingOf(records, person.site, person._id), today);
};

/** Whether somebody is treated as a child, unless papers say otherwise. */
export const mayNeedGuard = (person: Person, today: string): boolean =>
  person.noParentSince !== undefined || isChild(person, today);

/** The same of somebody who may need one. `party`: those of its group; `events`: what was noted to protect it. */
export const guardIn = (
  person: Person,
  party: readonly Person[],
  events: readonly Safeguarding[],
  today: string,
): Guard | undefined =>
  isOfAge(person, events, today)
    ? undefined
    : {
        needsConfirmedAdult: needsConfirmedAdult(person, party, events, today),
        confirmed: confirmationsFor(person, events),
        own: ownAdultsOf(person, party, today).map(({ _id }) => _id),
      };

/** What was noted to protect a child, in the order of ids. */
export const safeguardingOf = (records: Records, site: string, personId: string): readonly Safeguarding[] =>
  records.kept(safeguardingByChild, siteDatabase(site)).get(personId) ?? [];

export const safeguardingByChild = (records: Records, database: string): Table<readonly Safeguarding[]> =>
  grouped(records.table(database, "safeguarding"), ({ personId }) => [personId], byId);
