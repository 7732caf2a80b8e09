import type { NewDocument } from "../merge/new-document.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import type { Person } from "../model/kinds/person.ts";
import type { Presence } from "../model/kinds/presence.ts";
import type { Safeguarding } from "../model/kinds/safeguarding.ts";
import { err, ok, type Result } from "../model/result.ts";
import { placeIn } from "../roster/event-order.ts";
import { isLeaving } from "../roster/leaving.ts";
import type { Attribution, StayWithEvents } from "../roster/stay-commands.ts";
import { type StayState, stayStateOf } from "../roster/stay-state.ts";
import { safeguardingEvent } from "./confirmation.ts";
import type { Guard } from "./release.ts";

/** Something that happened to a child without the adult it needs: stays red until somebody else takes charge of it by name. */
export type Incident = {
  readonly event: Presence | Safeguarding;
  /** Who has taken charge, latest first; nobody yet where it is empty. */
  readonly taken: readonly Safeguarding[];
};

/**
 * Departures of a child that nobody had confirmed, and beds among adults who are none of its family. `stays` are those of the child, the last one at
 * the end; of a child that needs a confirmed adult the departure by which it is away counts also where its writer knew nothing of that.
 */
export const incidentsOf = (
  guard: Guard,
  stays: readonly StayWithEvents[],
  events: readonly Safeguarding[],
): readonly Incident[] => {
  const isReleased = ({ released }: Presence) => guard.confirmed.some(({ _id }) => _id === released);
  const away = guard.needsConfirmedAdult ? departuresNow(stays.findLast(({ stay }) => !stay.voided)) : [];
  const departures = stays.flatMap((stay) => stay.events).filter(({ event, voided }) => isLeaving(event) && !voided);
  const unconfirmed = departures.filter(
    (one) => !isReleased(one) && (one.unconfirmed === true || one.released !== undefined || away.includes(one)),
  );
  const shared = events.filter(({ event, voided }) => event === "shares_room" && !voided);
  return [...unconfirmed, ...shared].map((event) => ({ event, taken: takenOf(event, events) }));
};

/** The departures by which a resident is away: the latest in the order in which their writers had seen each other. */
const departuresNow = (stay: StayWithEvents | undefined): readonly Presence[] => {
  if (!stay || isThere.has(stayStateOf(stay.events).status)) return [];
  const leaving = stay.events.filter(({ event, voided }) => isLeaving(event) && !voided);
  const place = placeIn(stay.events);
  const latest = Math.max(...leaving.map(place));
  return leaving.filter((one) => place(one) === latest);
};

const isThere: ReadonlySet<string> = new Set<StayState["status"]>(["in", "expected"]);

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
