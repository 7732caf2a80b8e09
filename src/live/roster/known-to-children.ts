import { isChild } from "../../domain/intake/is-child.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Id } from "../../domain/model/field.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { type GuardedChild, guardedChildren } from "../safeguarding/guard-tables.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";

/** By the id of a child without a parent or guardian: those who are no strangers to it. */
export type KnownToChildren = ReadonlyMap<string, readonly Id<"person">[]>;

/** Of all such children of a site. `today` is a day, `YYYY-MM-DD`. */
export const knownToChildren = (records: Records, site: string, today: string): KnownToChildren =>
  records.kept(knownByChild, siteDatabase(site), today).rows();

export const knownByChild = (records: Records, database: string, today: string): Table<readonly Id<"person">[]> =>
  joined<[GuardedChild], readonly Id<"person">[]>([records.kept(guardedChildren, database, today)], (guarded) => {
    if (!guarded?.guard.needsConfirmedAdult) return undefined;
    const { child, party, guard } = guarded;
    const group = party.filter((other) => !isStrange(other, child, today)).map(({ _id }) => _id);
    return [...group, ...guard.confirmed.flatMap(({ adultId }) => adultId ?? [])];
  });

/** An adult who came into the group later, or of whom nobody knows whether the child came with them. */
const isStrange = (other: Person, { cameWith, noParentSince }: Person, today: string): boolean =>
  !isChild(other, today) && (cameWith ? !cameWith.includes(other._id) : noParentSince !== undefined);
