import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import { childrenAlone, type Guest, type House } from "../../domain/roster/children-alone.ts";
import { careNotedFor } from "../../domain/roster/leaving.ts";
import { currentStay, type StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { stayStateOf } from "../../domain/roster/stay-state.ts";
import type { Records } from "../records.ts";
import { departedFrom } from "../transport/departed-people.ts";
import { tripKinds } from "../transport/trips-view.ts";
import { isHere } from "./roster-view.ts";
import { staysOf } from "./stays-of.ts";

export const houseKinds = ["person", "stay", "presence", ...tripKinds] as const;

/**
 * Everybody a site answers for, with where they are: who was never checked in and has left on a bus is out. `today` is a day, `YYYY-MM-DD`.
 */
export const houseOf = (records: Records, site: string, today: string): House => {
  const departed = departedFrom(records, site, records.databases());
  const stays = staysOf(records, siteDatabase(site));
  const people = [...records.all(siteDatabase(site), "person").values()].filter(isHere);
  return {
    today,
    guests: people.map((person) => ({ person, status: statusOf(stays.get(person._id), departed.has(person._id)) })),
  };
};

/** A child in the house without an adult, and what was answered to who looks after it. */
export type ChildAlone = { readonly child: Person; readonly care: readonly Presence[] };

/** Children without an adult in the house, but not those of a group that was registered and never checked in: that is intake's affair. */
export const childrenAloneIn = (records: Records, site: string, today: string): readonly ChildAlone[] => {
  const house = houseOf(records, site, today);
  const checkedIn = house.guests.filter(({ status }) => status !== "waiting").map(({ person }) => person);
  const ids = new Set<string>(checkedIn.map(({ _id }) => _id));
  const groups = new Set(checkedIn.flatMap(({ groupId }) => groupId ?? []));
  const answers = [...records.all(siteDatabase(site), "presence").values()].filter(({ childrenStay }) => childrenStay);
  return childrenAlone(house)
    .filter(({ _id, groupId }) => ids.has(_id) || (groupId !== undefined && groups.has(groupId)))
    .map((child) => ({ child, care: careNotedFor(child._id, answers) }));
};

const statusOf = (stays: readonly StayWithEvents[] = [], hasDeparted: boolean): Guest["status"] => {
  const valid = stays.filter(({ stay }) => !stay.voided);
  const latest = currentStay(valid) ?? valid.at(-1);
  if (latest) return stayStateOf(latest.events).status;
  return hasDeparted ? "out" : "waiting";
};
