import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import type { StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { stayStateOf } from "../../domain/roster/stay-state.ts";

/** For each of `days` whether the resident was in the house at its end. */
export const insideOnDays = ({ events }: StayWithEvents, days: readonly string[]): readonly boolean[] => {
  const dated = events.map((event) => ({ event, day: warsawDay(event.at) }));
  return days.map((end) => {
    const until = dated.filter(({ day }) => day <= end).map(({ event }) => event);
    return stayStateOf(until).status === "in";
  });
};
