import { registrationOrder } from "../../../domain/intake/registration-order.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";

/** People who wait, by group; groups in the order in which their first member was given. */
export const waitingGroups = (people: readonly Person[]): readonly (readonly Person[])[] => {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = person.groupId ?? person._id;
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups.values()].map((members) => members.sort(registrationOrder));
};

/** The family's key: the same whichever member is listed first. */
export const keyOfGroup = ([first]: readonly Person[]): string => first?.groupId ?? first?._id ?? "";
