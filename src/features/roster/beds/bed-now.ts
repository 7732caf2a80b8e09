import { freePlacesIn } from "../../../live/roster/beds-at.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";

/** A bed that was tapped may be given to others, or taken out of use, before it is given. */
export type BedNow = "free" | "taken" | "outOfUse";

export const bedNow = ({ rooms }: RosterView, bedId: string | undefined): BedNow => {
  const view = rooms.flatMap(({ beds }) => beds).find(({ bed }) => bed._id === bedId);
  if (!view || view.bed.blocked) return "outOfUse";
  return freePlacesIn(view) > 0 ? "free" : "taken";
};

/** The beds that were wished for and cannot be had any more; a person who holds the wished-for bed has lost nothing. */
export const lostBeds = (view: RosterView, bedIds: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(bedIds)
    .filter(([personId, bedId]) => view.residents.get(personId)?.stay.bedId !== bedId && bedNow(view, bedId) !== "free")
    .map(([, bedId]) => bedId);
