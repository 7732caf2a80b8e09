import type { StayWithEvents } from "../../../domain/roster/stay-commands.ts";

/** When somebody was checked in, as the device of that moment had it; for people to read. */
export const checkedInAt = ({ events }: Pick<StayWithEvents, "events">): string | undefined =>
  events.find(({ event, voided }) => event === "check_in" && !voided)?.at;
