import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import type { Presence } from "../model/kinds/presence.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Confirmation } from "./confirmation.ts";

/** What stands between a child and the door. */
export type Guard = {
  /** No parent or guardian is with it, so that only a confirmed adult may take it along. */
  readonly needsConfirmedAdult: boolean;
  readonly confirmed: readonly Confirmation[];
  /** Adults of its own group. */
  readonly own: readonly Id<"person">[];
};

/**
 * With whom a child leaves: by a confirmation, or with an adult of its own group. `hasLeft`: it is gone already, in words; that is always noted, and
 * stands as an incident.
 */
export type Departure = {
  readonly released?: Id<"safeguarding"> | undefined;
  readonly adultId?: Id<"person"> | undefined;
  readonly adultName?: string | undefined;
  readonly hasLeft?: string | undefined;
};

/** What the event of a child's leaving says of the adult. `going`: all who leave in this act. */
export const releaseOf = (
  { needsConfirmedAdult, confirmed, own }: Guard,
  { released, adultId, adultName = "", hasLeft = "" }: Departure,
  going: readonly string[],
): Result<Release, ReleaseError> => {
  if (released !== undefined && confirmed.some(({ _id }) => _id === released))
    return ok({ released, ...noteOf(adultName) });
  const withOwn = own.some((id) => id === adultId || going.includes(id));
  if (withOwn && !needsConfirmedAdult) return ok(noteOf(adultName));
  if (hasWords(hasLeft)) return ok({ unconfirmed: true, ...noteOf(hasLeft) });
  return err({ type: "AdultNotConfirmed" });
};

export type Release = Partial<Pick<Presence, "released" | "unconfirmed" | "note">>;
export type ReleaseError = { readonly type: "AdultNotConfirmed" };

const noteOf = (words: string): Release => {
  const note = cutText(words.trim(), 200);
  return note === "" ? {} : { note };
};
