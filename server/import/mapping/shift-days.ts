import { warsawInstant } from "../../../src/domain/dates/warsaw-time.ts";

/** The ISO day `days` later, or earlier where negative. */
export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The instant `days` later, in UTC. An instant with an offset is taken as Warsaw's time on the wall: a bus that leaves at
 * 18:30 still leaves at 18:30 when the clocks were changed in between.
 */
export const shiftInstant = (instant: string, days: number): string =>
  days === 0 || instant.endsWith("Z")
    ? new Date(Date.parse(instant) + days * 86_400_000).toISOString()
    : warsawInstant(shiftDay(instant.slice(0, 10), days), instant.slice(11, 16));
