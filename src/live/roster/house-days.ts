import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import { isOnLists } from "../../domain/intake/on-lists.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { parties } from "../intake/parties.ts";
import { goneByGroup } from "../intake/withdrawals.ts";
import type { Records } from "../records.ts";
import { joined } from "../tables/joined.ts";
import { type Part, summed } from "../tables/summed.ts";
import type { Table } from "../tables/table.ts";
import { insideOnDays } from "./inside-on-days.ts";
import { staysByPerson } from "./stays-of.ts";

/** How many people came on a day, and how many were in the house at its end; today, now. */
export type HouseDay = { readonly day: string; readonly arrived: number; readonly inside: number };

/** The last days of a site, today (`YYYY-MM-DD`) as the last. What was noted is taken to have happened when its phone says so. */
export const houseDaysOf = (records: Records, site: string, today: string): readonly HouseDay[] => {
  const arrived = records.kept(arrivedByDay, siteDatabase(site));
  const inside = records.kept(insideByDay, siteDatabase(site), today);
  return lastDays(today).map((day) => ({ day, arrived: arrived.get(day) ?? 0, inside: inside.get(day) ?? 0 }));
};

const shownDays = 7;

const lastDays = (today: string): readonly string[] =>
  Array.from({ length: shownDays }, (_, number) =>
    new Date(Date.parse(today) - (shownDays - 1 - number) * 86_400_000).toISOString().slice(0, 10),
  );

const insideByDay = (records: Records, database: string, today: string): Table<number> => {
  const days = lastDays(today);
  return summed(
    joined<[Person, readonly StayWithEvents[]], readonly Part[]>(
      [records.table(database, "person"), records.kept(staysByPerson, database)],
      (person, stays) => {
        if (!person || !stays) return undefined;
        const inside = stays.filter(({ stay }) => !stay.voided).map((stay) => insideOnDays(stay, days));
        return days.flatMap((day, place) => (inside.some((of) => of[place]) ? [[day, 1] as const] : []));
      },
    ),
    (parts) => parts,
  );
};

/** Of a group that is only counted so many as were counted; of one with names no fewer than have names. */
const arrivedByDay = (records: Records, database: string): Table<number> =>
  summed(
    joined<[Group, readonly Person[], readonly Person[]], readonly Part[]>(
      [records.table(database, "group"), records.kept(parties, database), records.kept(goneByGroup, database)],
      (group, people = [], withdrawn = []) => {
        if (group && !isOnLists(group, people, withdrawn)) return undefined;
        if (!group) return people.map(({ createdAt }) => [warsawDay(createdAt), 1] as const);
        const counted = Object.values(group.counts ?? {}).reduce((sum, count) => sum + count, 0);
        return [[warsawDay(group.arrivedAt), Math.max(group.voided ? 0 : counted, people.length)]];
      },
    ),
    (parts) => parts,
  );
