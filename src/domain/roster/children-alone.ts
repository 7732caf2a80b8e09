import { isChild } from "../intake/is-child.ts";
import type { Person } from "../model/kinds/person.ts";
import type { StayState } from "./stay-state.ts";

/** Somebody whom a site answers for. `waiting`: registered and never checked in, so still at the door. */
export type Guest = { readonly person: Person; readonly status: StayState["status"] | "waiting" };

/** Everybody whom a site answers for on a day (`YYYY-MM-DD`, which decides who is a child). */
export type House = { readonly guests: readonly Guest[]; readonly today: string };

/** Children in the house while no adult of their group, nor the adult named for them, is in it. */
export const childrenAlone = (house: House): readonly Person[] => withoutAdult(house, isPresent);

/** Somebody who may look after a child in the house. */
export const isAdultPresent = (guest: Guest | undefined, today: string): boolean =>
  guest !== undefined && isPresent.has(guest.status) && !isChild(guest.person, today);

const withoutAdult = ({ guests, today }: House, where: ReadonlySet<string>): readonly Person[] => {
  const adults = guests.filter((guest) => isAdultPresent(guest, today));
  const adultIds = new Set<string>(adults.map(({ person }) => person._id));
  const accompanied = new Set(adults.flatMap(({ person }) => person.groupId ?? []));
  return guests
    .filter(({ person, status }) => where.has(status) && isChild(person, today))
    .map(({ person }) => person)
    .filter(({ groupId, accompaniedBy }) => {
      const hasNamed = accompaniedBy !== undefined && adultIds.has(accompaniedBy);
      return !hasNamed && !(groupId !== undefined && accompanied.has(groupId));
    });
};

/** Children who would be alone in the house, or missing in it, and belong to somebody who goes, once these people are out of it. */
export const childrenLeftAlone = (house: House, goingIds: readonly string[]): readonly Person[] => {
  const going = house.guests.filter(({ person }) => goingIds.includes(person._id)).map(({ person }) => person);
  const groups = new Set(going.flatMap(({ groupId }) => groupId ?? []));
  const rest = house.guests.filter(({ person }) => !goingIds.includes(person._id));
  return withoutAdult({ ...house, guests: rest }, mayBePresent).filter(
    ({ groupId, accompaniedBy }) =>
      (groupId !== undefined && groups.has(groupId)) ||
      (accompaniedBy !== undefined && goingIds.includes(accompaniedBy)),
  );
};

const isPresent: ReadonlySet<string> = new Set<Guest["status"]>(["in", "expected", "waiting"]);
/** A child who was not found in its bed has not left the house as far as anybody knows. */
const mayBePresent: ReadonlySet<string> = new Set<Guest["status"]>(["in", "expected", "waiting", "absent"]);
