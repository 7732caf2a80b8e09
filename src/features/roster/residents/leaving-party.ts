import { isChild } from "../../../domain/intake/is-child.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";

export type LeavingParty = {
  readonly adults: readonly Person[];
  readonly children: readonly Person[];
  /** With whom the children go, as far as the list can say: an adult who leaves too. */
  readonly adult: Person | undefined;
};

/** Those of a group who leave now. */
export const leavingParty = (group: readonly Person[], leavingIds: readonly string[], today: string): LeavingParty => {
  const leaving = group.filter(({ _id }) => leavingIds.includes(_id));
  const adults = leaving.filter((person) => !isChild(person, today));
  return { adults, children: leaving.filter((person) => isChild(person, today)), adult: adults[0] };
};
