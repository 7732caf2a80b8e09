import { isChild } from "../../domain/intake/is-child.ts";
import type { Id } from "../../domain/model/field.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { groupOfPerson } from "../intake/group-view.ts";
import type { Records } from "../records.ts";
import { guardOf } from "../safeguarding/guards.ts";
import { residentsAt } from "./residents.ts";

/** By the id of a child without a parent or guardian: those who are no strangers to it. */
export type KnownToChildren = ReadonlyMap<string, readonly Id<"person">[]>;

/** An adult who came into the group later, or of whom nobody knows whether the child came with them. */
const isStrange = (other: Person, { cameWith, noParentSince }: Person, today: string): boolean =>
  !isChild(other, today) && (cameWith ? !cameWith.includes(other._id) : noParentSince !== undefined);

/** Of the residents of a site, and of these people. `today` is a day, `YYYY-MM-DD`. */
export const knownToChildren = (
  records: Records,
  site: string,
  people: readonly Person[],
  today: string,
): KnownToChildren => {
  const residents = [...records.kept(residentsAt, site).rows().values()].map(({ person }) => person);
  return new Map(
    [...residents, ...people].flatMap((person) => {
      const guard = guardOf(records, person, today);
      if (!guard?.needsConfirmedAdult) return [];
      const group = groupOfPerson(records, site, person._id)
        .filter((other) => !isStrange(other, person, today))
        .map(({ _id }) => _id);
      return [[person._id, [...group, ...guard.confirmed.flatMap(({ adultId }) => adultId ?? [])]] as const];
    }),
  );
};
