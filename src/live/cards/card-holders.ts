import type { Holding } from "../../domain/cards/attach-card.ts";
import { allNumbersOf, type CardHolder, isLostCard } from "../../domain/cards/cards.ts";
import { isMerged } from "../../domain/duplicates/merged.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { isHere } from "../roster/residents.ts";
import { guardOf } from "../safeguarding/guards.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** A record that has a number. */
export type HeldNumber = Holding & {
  readonly site: string;
  readonly isLost: boolean;
  /** Withdrawn or struck out. */
  readonly isGone: boolean;
  /** The number stands in a record that was merged into the one that is used. */
  readonly isMerged: boolean;
};

/** The person or the group of an id. */
export const holderOf = (records: Records, site: string, id: string): CardHolder | undefined => {
  const database = siteDatabase(site);
  return records.table(database, "person").get(id) ?? records.table(database, "group").get(id);
};

/** Records that were merged into one, also by way of others: their cards are this person's. */
export const mergedRecords = (records: Records, site: string, id: string): readonly Person[] => {
  const people = records.table(siteDatabase(site), "person");
  const found = new Map<string, Person>();
  const open = [...(people.get(id)?.mergedFrom ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const record = people.get(next);
    if (!record || next === id || found.has(next)) continue;
    found.set(next, record);
    open.push(...(record.mergedFrom ?? []));
  }
  return [...found.values()];
};

/** Records of some sites that have a number: hardly ever more than one. */
export const holdersOf = (records: Records, sites: readonly string[], number: string): readonly HeldNumber[] =>
  sites.flatMap((site) => {
    const database = siteDatabase(site);
    const people = (records.kept(peopleByNumber, database).get(number) ?? []).map((person): HeldNumber => {
      const used = usedFor(records, database, person);
      const isLost = isLostCard(person, number);
      return { site, owner: person, holder: used, isLost, isGone: !isHere(used), isMerged: used !== person };
    });
    const groups = (records.kept(groupsByNumber, database).get(number) ?? []).map((group): HeldNumber => {
      return {
        site,
        owner: group,
        holder: group,
        isLost: isLostCard(group, number),
        isGone: group.voided !== undefined,
        isMerged: false,
      };
    });
    return [...people, ...groups];
  });

/** Whether a person is a child who may leave with nobody yet: no adult is confirmed for it. `today`: `YYYY-MM-DD`. */
export const mayNotLeave = (records: Records, holder: CardHolder, today: string): boolean => {
  const guard = holder.kind === "person" ? guardOf(records, holder, today) : undefined;
  return guard?.needsConfirmedAdult === true && guard.confirmed.length === 0;
};

export const peopleByNumber = (records: Records, database: string): Table<readonly Person[]> =>
  grouped(records.table(database, "person"), allNumbersOf, byId);

export const groupsByNumber = (records: Records, database: string): Table<readonly Group[]> =>
  grouped(records.table(database, "group"), allNumbersOf, byId);

/** Pointers may make a chain, or a circle that two phones made. */
const usedFor = (records: Records, database: string, person: Person): Person => {
  let used = person;
  for (let step = 0; step < 10 && isMerged(used); step++) {
    const next = records.table(database, "person").get(used.mergedInto ?? "");
    if (!next) break;
    used = next;
  }
  return used;
};
