import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Records } from "../records.ts";
import { remembered } from "../remembered.ts";
import { insideOnDays } from "./inside-on-days.ts";
import { isHere } from "./roster-view.ts";
import { staysOf } from "./stays-of.ts";

export const houseDayKinds = ["group", "person", "stay", "presence"] as const;

/** How many people came on a day, and how many were in the house at its end; today, now. */
export type HouseDay = { readonly day: string; readonly arrived: number; readonly inside: number };

/** The last days of a site, today (`YYYY-MM-DD`) as the last. What was noted is taken to have happened when its phone says so. */
export const houseDaysOf = (records: Records, site: string, today: string): readonly HouseDay[] => {
  const database = siteDatabase(site);
  const days = lastDays(today);
  const arrived = remembered(records, database, ["group", "person"], arrivalsByDay);
  const people = records.all(database, "person");
  const known = [...staysOf(records, database)].filter(([personId]) => people.has(personId));
  const inside = known.map(([, ofPerson]) =>
    ofPerson.filter(({ stay }) => !stay.voided).map((stay) => insideOnDays(stay, days)),
  );
  return days.map((day, place) => ({
    day,
    arrived: arrived.get(day) ?? 0,
    inside: inside.filter((ofPerson) => ofPerson.some((stay) => stay[place])).length,
  }));
};

const shownDays = 7;

const lastDays = (today: string): readonly string[] =>
  Array.from({ length: shownDays }, (_, number) =>
    new Date(Date.parse(today) - (shownDays - 1 - number) * 86_400_000).toISOString().slice(0, 10),
  );

/** Of a group that is only counted so many as were counted; of one with names no fewer than have names. */
const arrivalsByDay = (records: Records, database: string): ReadonlyMap<string, number> => {
  const groups = records.all(database, "group");
  const named = new Map<string, number>();
  const byDay = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, people: number) => to.set(key, (to.get(key) ?? 0) + people);
  for (const person of records.all(database, "person").values()) {
    if (!isHere(person)) continue;
    if (person.groupId && groups.has(person.groupId)) add(named, person.groupId, 1);
    else add(byDay, dayOf(person, person.createdAt), 1);
  }
  for (const group of groups.values()) {
    const { _id, voided, arrivedAt, counts = {} } = group;
    const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
    add(byDay, dayOf(group, arrivedAt), Math.max(voided ? 0 : counted, named.get(_id) ?? 0));
  }
  return byDay;
};

/** Worked out once for each version of a document: a time zone costs microseconds, and a site has thousands of people. */
const dayOf = (document: object, instant: string): string => {
  const day = knownDays.get(document) ?? warsawDay(instant);
  knownDays.set(document, day);
  return day;
};

const knownDays = new WeakMap<object, string>();
