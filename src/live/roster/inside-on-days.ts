import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { Stay } from "../../domain/model/kinds/stay.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { stayStateOf } from "../../domain/roster/stay-state.ts";

/** For each of `days` whether the resident was in the house at its end. Folded anew only where the stay, one of its events or the days changed. */
export const insideOnDays = ({ stay, events }: StayWithEvents, days: readonly string[]): readonly boolean[] => {
  const before = kept.get(stay);
  if (before && isSame(before.days, days) && isSame(before.events, events)) return before.inside;
  const dated = events.map((event) => ({ event, day: warsawDay(event.at) }));
  const inside = days.map((end) => {
    const until = dated.filter(({ day }) => day <= end).map(({ event }) => event);
    return stayStateOf(until).status === "in";
  });
  kept.set(stay, { events, days, inside });
  return inside;
};

type Kept = {
  readonly events: readonly Presence[];
  readonly days: readonly string[];
  readonly inside: readonly boolean[];
};

/** By the stay's document, which a change replaces. */
const kept = new WeakMap<Stay, Kept>();

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, place) => one === b[place]);
