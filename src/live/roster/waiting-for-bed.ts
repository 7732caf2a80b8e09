import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";
import { departedFrom } from "../transport/departed-people.ts";
import { tripKinds } from "../transport/trips-view.ts";
import { hasNoStay } from "./roster-view.ts";
import { staysOf } from "./stays-of.ts";

export const waitingKinds = ["stay", "presence", ...tripKinds] as const;

/** Those of `people` who wait for a bed, in the same order: not residents, people who have checked out, or passengers of a trip that has left. */
export const waitingForBed = (
  records: Records,
  site: string,
  people: readonly Person[],
  databases: readonly string[],
): readonly Person[] => {
  const stays = staysOf(records, siteDatabase(site));
  const waiting = people.filter((person) => hasNoStay(person, stays));
  if (waiting.length === 0) return waiting;
  const departed = departedFrom(records, site, databases);
  return waiting.filter(({ _id }) => !departed.has(_id));
};
