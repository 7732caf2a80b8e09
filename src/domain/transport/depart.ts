import type { NewDocument } from "../merge/new-document.ts";
import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { tripEvent } from "./boarding.ts";
import { allParted, partedAtDeparture } from "./left-behind.ts";
import { countPassengers, journeyState, type Manifest } from "./passenger-status.ts";

export type Departure = {
  /** Heads that were counted in the vehicle. */
  readonly counted: number;
  /** Why the bus leaves although the count differs or somebody stays; in words. */
  readonly reason: string;
  /** Lines that the question named: all passengers who would be parted from their people. */
  readonly named: readonly Id<"line">[];
};

/**
 * The bus leaves when the heads counted agree with the list and all who are listed are on board or known not to come; or when whoever lets it
 * go was told each name, and says why.
 */
export const depart = (
  manifest: Manifest,
  { counted, reason, named }: Departure,
  doing: Attribution,
): Result<NewDocument, DepartError> => {
  if (journeyState(manifest.scans).state !== "boarding") return err({ type: "AlreadyDeparted" });
  const { onBoard } = countPassengers(manifest);
  if (onBoard === 0) return err({ type: "NobodyOnBoard" });
  const parted = allParted(partedAtDeparture(manifest)).map(({ _id }) => _id);
  if (!parted.every((line) => named.includes(line))) return err({ type: "PassengersNotNamed" });
  const isExplained = hasWords(reason);
  if (counted !== onBoard && !isExplained) return err({ type: "HeadcountDiffers", counted, onBoard });
  if (parted.length > 0 && !isExplained) return err({ type: "DepartureReasonMissing" });
  const extra = { counted, ...(isExplained && { reason: cutText(reason.trim(), 200) }) };
  return ok(tripEvent(manifest, "depart", doing, { ...extra, ...(parted.length > 0 && { parted }) }));
};

export type DepartError =
  | { readonly type: "AlreadyDeparted" }
  | { readonly type: "NobodyOnBoard" }
  | { readonly type: "PassengersNotNamed" }
  | { readonly type: "DepartureReasonMissing" }
  | { readonly type: "HeadcountDiffers"; readonly counted: number; readonly onBoard: number };
