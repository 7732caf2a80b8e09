import { authorOf } from "../merge/edits-of.ts";
import type { NewDocument } from "../merge/new-document.ts";
import { cutText } from "../model/cut-text.ts";
import type { Document } from "../model/document.ts";
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
import { mayConfirm, safeguardingEvent } from "./confirmation.ts";
import type { Guard } from "./release.ts";

/** Something that happened to a child without the adult it needs: stays red until somebody else takes charge of it by name. */
export type Incident = {
  /** Of the event; of the child and what happened where no event tells it. */
  readonly id: string;
  readonly what: "left" | "hospital" | "absent" | "room" | "bus" | "removed";
  /** The accounts that may not take charge of it: who noted it or did it, or who registered the child. */
  readonly notFor: readonly string[];
  /** Who noted it, and when (ISO 8601); nothing where it follows from other records. */
  readonly noted?: Pick<Presence, "by" | "createdBy" | "at"> | undefined;
  readonly note?: string | undefined;
  /** The account that took it back: then it is asked whether that is right. */
  readonly takenBackBy?: string | undefined;
  /** Who has taken charge, latest first; nobody yet where it is empty. */
  readonly taken: readonly Safeguarding[];
};

/** What is known of a child besides the record: its stays, the last one at the end; what was noted to protect it; whether a bus took it from here. */
export type ChildFacts = {
  readonly guard: Guard;
  readonly stays: readonly StayWithEvents[];
  readonly events: readonly Safeguarding[];
  readonly leftByBus: boolean;
  readonly beside?: BesideStrangers | undefined;
};

/** A child lies in a room with adults who are strangers to it. */
export type BesideStrangers = {
  readonly roomId: Id<"room">;
  /** Who gave the child its bed and when, and then who gave theirs to the adults. */
  readonly given: readonly [Done, ...Done[]];
};

/**
 * Departures of a child that nobody had confirmed, beds among adults who are none of its family, also where nobody knew of it, a bus that took it along, and its
 * record taken off the lists by who registered it. Nobody takes an incident back alone.
 */
export const incidentsOf = (child: Person, facts: ChildFacts): readonly Incident[] => {
  const { guard, stays, events } = facts;
  const departures = unconfirmedDepartures(child, facts);
  const slept = stays.some(({ stay }) => !stay.voided);
  const noted = events.filter(
    ({ event, voided }) => event === "left" || (event === "shares_room" && (slept || !voided)),
  );
  const isOnBus = facts.leftByBus && guard.needsConfirmedAdult && guard.confirmed.length === 0;
  const removal = removalByRegistrar(child);
  const beside = facts.beside && !isAnswered(facts.beside, events) ? facts.beside : undefined;
  return [
    ...[...departures, ...noted].map((event) => incidentOf(event, events)),
    ...(beside ? [untold(`${child._id} ${beside.roomId}`, "room", beside.given, events)] : []),
    ...(isOnBus ? [untold(`${child._id} bus`, "bus", [{ by: child.createdBy, at: "" }], events)] : []),
    ...(removal ? [untold(`${child._id} removed`, "removed", [removal], events)] : []),
  ];
};

/** What no event tells: it has an id of its own, so that charge of one thing is not charge of another. */
const untold = (
  id: string,
  what: Incident["what"],
  done: BesideStrangers["given"],
  events: readonly Safeguarding[],
): Incident => ({
  id,
  what,
  notFor: [...new Set(done.map(({ by }) => by))],
  taken: takenOf(id, done, events),
});

/** Whether somebody has said, since the child lies there, who watches over it: that stands as an incident itself. */
const isAnswered = ({ given: [child] }: BesideStrangers, events: readonly Safeguarding[]): boolean =>
  events.some((one) => one.event === "shares_room" && !one.voided && isNotBefore(one, child));

/** An act by its account and hour, ISO 8601; empty where nobody knows when. */
export type Done = { readonly by: string; readonly at: string };

/** Also those that were taken back by who noted them, and those whose writer knew nothing of the child. */
const unconfirmedDepartures = (child: Person, { guard, stays }: ChildFacts): readonly Presence[] => {
  const isReleased = ({ released }: Presence) => guard.confirmed.some(({ _id }) => _id === released);
  const away = guard.needsConfirmedAdult ? departuresNow(stays.findLast(({ stay }) => !stay.voided)) : [];
  const isUnknown = (one: Presence): boolean =>
    !one.voided &&
    (one.released !== undefined ||
      away.includes(one) ||
      (guard.needsConfirmedAdult && child.noParentSince !== undefined && one.createdAt >= child.noParentSince));
  return stays
    .flatMap((stay) => stay.events)
    .filter((one) => isLeaving(one.event) && !isReleased(one) && (one.unconfirmed === true || isUnknown(one)));
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

/** By whom and when the record of a child that was noted alone was struck out; nothing where another account did it than those who may not lift its stop. */
const removalByRegistrar = (child: Person): Done | undefined => {
  if (!child.voided || child.noParentSince === undefined) return undefined;
  const { base, own, edits } = child.stamps;
  const [by = child.createdBy, at = ""] = edits[own?.voided ?? base] ?? [];
  return mayConfirm(child, by) ? undefined : { by, at };
};

const incidentOf = (event: Presence | Safeguarding, events: readonly Safeguarding[]): Incident => ({
  id: event._id,
  what: whatOf(event),
  notFor: [event.createdBy],
  noted: event,
  note: event.note,
  ...(event.voided && { takenBackBy: authorOf(event as unknown as Document, "voided") ?? event.createdBy }),
  taken: takenOf(event._id, [{ by: event.createdBy, at: event.createdAt }], events),
});

const whatOf = ({ event }: Presence | Safeguarding): Incident["what"] => {
  if (event === "hospital_start") return "hospital";
  if (event === "absent") return "absent";
  return event === "shares_room" ? "room" : "left";
};

/** Takes charge of an incident, by name and with what is done about it. */
export const takeIncident = (
  child: Pick<Person, "_id" | "site">,
  { id: incident, notFor }: Pick<Incident, "id" | "notFor">,
  id: Id<"safeguarding">,
  note: string,
  doing: Attribution,
): Result<NewDocument, TakeIncidentError> => {
  if (notFor.includes(doing.by)) return err({ type: "NeedsAnotherAccount" });
  if (!hasWords(note)) return err({ type: "WordsMissing" });
  const content = { incident, note: cutText(note.trim(), 200) };
  return ok(safeguardingEvent(child, id, "incident_taken", doing, content));
};

export type TakeIncidentError = { readonly type: "NeedsAnotherAccount" | "WordsMissing" };

/** Notes that a child without a bed has gone, in words: with whom, where to. It stands as an incident. */
export const noteGone = (
  child: Pick<Person, "_id" | "site">,
  id: Id<"safeguarding">,
  note: string,
  doing: Attribution,
): Result<NewDocument, NoteGoneError> =>
  hasWords(note)
    ? ok(safeguardingEvent(child, id, "left", doing, { note: cutText(note.trim(), 200) }))
    : err({ type: "WordsMissing" });

export type NoteGoneError = { readonly type: "WordsMissing" };

/** By another account than those who did it until then, in words, and not before it began: ids of departures can be known beforehand. */
const takenOf = (
  id: string,
  done: BesideStrangers["given"],
  events: readonly Safeguarding[],
): readonly Safeguarding[] =>
  events
    .filter(
      (one) =>
        one.event === "incident_taken" &&
        one.incident === id &&
        !one.voided &&
        hasWords(one.note ?? "") &&
        isNotBefore(one, done[0]) &&
        !done.some((act) => act.by === one.createdBy && isNotBefore(one, act)),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1));

/** Clocks of two phones differ by minutes. */
const isNotBefore = ({ createdAt }: Safeguarding, { at }: Done): boolean =>
  at === "" || Date.parse(createdAt) >= Date.parse(at) - tolerance;

/** Milliseconds. */
const tolerance = 10 * 60_000;
