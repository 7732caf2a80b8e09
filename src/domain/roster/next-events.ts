import type { Presence } from "../model/kinds/presence.ts";
import type { StayState } from "./stay-state.ts";

/** What may be noted next about a resident, the likeliest first. Checking out is asked about separately. */
export const nextEvents = (state: StayState): readonly Presence["event"][] => acts[state.status];

const acts: Readonly<Record<StayState["status"], readonly Presence["event"][]>> = {
  expected: ["check_in", "no_show"],
  in: ["leave_start", "hospital_start", "absent"],
  leave: ["leave_end", "hospital_start", "absent"],
  absent: ["returned", "hospital_start"],
  hospital: ["hospital_end"],
  out: [],
  no_show: [],
};
