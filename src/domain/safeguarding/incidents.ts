import type { NewDocument } from "../merge/new-document.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import type { Person } from "../model/kinds/person.ts";
import type { Presence } from "../model/kinds/presence.ts";
import type { Safeguarding } from "../model/kinds/safeguarding.ts";
import { err, ok, type Result } from "../model/result.ts";
import { isLeaving } from "../roster/leaving.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { safeguardingEvent } from "./confirmation.ts";
import type { Guard } from "./release.ts";

/** Something that happened to a child without the adult it needs: stays red until somebody else takes charge of it by name. */
export type Incident = {
  readonly event: Presence | Safeguarding;
  /** Who has taken charge, latest first; nobody yet where it is empty. */
  readonly taken: readonly Safeguarding[];
};

/**
 * Departures of a child that nobody had confirmed, and beds among adults who are none of its family. `presences` are those of the child; of a child
 * that needs a confirmed adult the latest departure counts also where its writer knew nothing of that.
 */
export const incidentsOf = (
  guard: Guard,
  presences: readonly Presence[],
  events: readonly Safeguarding[],
): readonly Incident[] => {
  const valid = presences.filter(({ voided, event }) => !voided && movesStay.has(event));
  const latest = valid.reduce<Presence | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined);
  const isReleased = ({ released }: Presence) => guard.confirmed.some(({ _id }) => _id === released);
  const isUnconfirmed = (one: Presence): boolean =>
    isLeaving(one.event) &&
    !isReleased(one) &&
    (one.unconfirmed === true || one.released !== undefined || (one === latest && guard.needsConfirmedAdult));
  const shared = events.filter(({ event, voided }) => event === "shares_room" && !voided);
  return [...valid.filter(isUnconfirmed), ...shared].map((event) => ({ event, taken: takenOf(event, events) }));
};

/** Takes charge of an incident, by name and with what is done about it. */
export const takeIncident = (
  child: Pick<Person, "_id" | "site">,
  { event }: Incident,
  id: Id<"safeguarding">,
  note: string,
  doing: Attribution,
): Result<NewDocument, TakeIncidentError> => {
  if (event.createdBy === doing.by) return err({ type: "NeedsAnotherAccount" });
  if (!hasWords(note)) return err({ type: "WordsMissing" });
  const content = { incident: event._id, note: note.trim().slice(0, 200) };
  return ok(safeguardingEvent(child, id, "incident_taken", doing, content));
};

export type TakeIncidentError = { readonly type: "NeedsAnotherAccount" | "WordsMissing" };

const takenOf = ({ _id, createdBy }: Presence | Safeguarding, events: readonly Safeguarding[]) =>
  events
    .filter(
      (one) => one.event === "incident_taken" && one.incident === _id && one.createdBy !== createdBy && !one.voided,
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1));

const movesStay: ReadonlySet<string> = new Set<Presence["event"]>([
  "check_in",
  "check_out",
  "leave_start",
  "leave_end",
  "absent",
  "returned",
  "hospital_start",
  "hospital_end",
  "no_show",
]);
