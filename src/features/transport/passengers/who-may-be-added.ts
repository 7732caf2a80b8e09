import type { Line } from "../../../domain/model/kinds/line.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Guard } from "../../../domain/safeguarding/release.ts";
import { isChildStop, lacksConfirmation } from "../../../domain/transport/child-stop.ts";

/** Those of a group by whether they can be put on a list. */
export type Addable = {
  readonly booked: readonly Person[];
  /** Children without a parent for whom no adult is confirmed: they get no seat, the others may. */
  readonly stopped: readonly Person[];
  readonly candidates: readonly Person[];
};

/**
 * Who of a group can be put on a list. Whoever is on it and is stopped there can be put on it again, with an adult who was confirmed since.
 * `lines`: who is booked.
 */
export const whoMayBeAdded = (
  members: readonly Person[],
  lines: readonly Line[],
  guards: ReadonlyMap<string, Guard>,
): Addable => {
  const seats = lines.filter((line) => !isStopped(line, guards.get(line.personId ?? "")));
  const isBooked = ({ _id }: Person): boolean => seats.some(({ personId }) => personId === _id);
  const missing = members.filter((person) => !isBooked(person));
  const hasNobody = ({ _id }: Person): boolean => {
    const guard = guards.get(_id);
    return guard?.needsConfirmedAdult === true && guard.confirmed.length === 0;
  };
  return {
    booked: members.filter(isBooked),
    stopped: missing.filter(hasNobody),
    candidates: missing.filter((person) => !hasNobody(person)),
  };
};

const isStopped = (line: Line, guard: Guard | undefined): boolean =>
  isChildStop(line) || (guard !== undefined && lacksConfirmation(line, guard));
