import type { CodeOf } from "../model/codes.ts";
import type { Presence } from "../model/kinds/presence.ts";
import { placeIn } from "./event-order.ts";

/** The state of a stay, as it follows from its events. */
export type StayState =
  | { readonly status: "expected" }
  | { readonly status: "in" | "leave" | "absent" | "hospital"; readonly since: string }
  | { readonly status: "out"; readonly since: string; readonly reason?: CodeOf<"checkoutReason"> }
  | { readonly status: "no_show"; readonly since: string };

/** Folds the events of one stay, in the order in which their writers had seen each other, never by the clock. */
export const stayStateOf = (events: readonly Presence[]): StayState =>
  [...events]
    .sort(bySeen(placeIn(events)))
    .filter((event) => !event.voided)
    .reduce<StayState>((state, event) => next[event.event]?.(event) ?? state, { status: "expected" });

/** A person holds a bed until checked out: on leave, absent and in hospital the bed is kept. */
export const keepsBed = (state: StayState): boolean => state.status !== "out" && state.status !== "no_show";

const since =
  <S extends "in" | "leave" | "absent" | "hospital" | "no_show">(status: S) =>
  (event: Presence): StayState =>
    ({ status, since: event.at }) as StayState;

const next: Readonly<Partial<Record<Presence["event"], (event: Presence) => StayState>>> = {
  check_in: since("in"),
  leave_start: since("leave"),
  leave_end: since("in"),
  absent: since("absent"),
  returned: since("in"),
  hospital_start: since("hospital"),
  hospital_end: since("in"),
  no_show: since("no_show"),
  check_out: (event) => ({ status: "out", since: event.at, ...(event.reason && { reason: event.reason }) }),
};

/** Two events with the same number were made unseen of each other; being there outweighs having left. */
const bySeen =
  (place: (event: Presence) => number) =>
  (a: Presence, b: Presence): number =>
    place(a) - place(b) ||
    Number(b.event === "check_out") - Number(a.event === "check_out") ||
    (a._id < b._id ? -1 : 1);
