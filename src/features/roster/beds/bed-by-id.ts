import type { Bed } from "../../../domain/model/kinds/bed.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";

export const bedById = (view: RosterView, bedId: string | undefined): Bed | undefined =>
  view.rooms.flatMap(({ beds }) => beds).find(({ bed }) => bed._id === bedId)?.bed;
