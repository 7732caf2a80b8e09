import type { NewDocument } from "../merge/new-document.ts";
import type { Id } from "../model/field.ts";
import type { Bed } from "../model/kinds/bed.ts";
import type { Person } from "../model/kinds/person.ts";
import type { Presence } from "../model/kinds/presence.ts";
import type { Stay } from "../model/kinds/stay.ts";
import { keyOf } from "../model/new-id.ts";
import { err, ok, type Result } from "../model/result.ts";
import { nextOrder } from "./event-order.ts";
import { keepsBed, stayStateOf } from "./stay-state.ts";

/** A stay with everything that happened in it. */
export type StayWithEvents = { readonly stay: Stay; readonly events: readonly Presence[] };

/** Who does it, and when by the device's clock. */
export type Attribution = { readonly by: string; readonly at: string };

/** The stay that still holds for a person at a site, if there is one. */
export const currentStay = (stays: readonly StayWithEvents[]): StayWithEvents | undefined =>
  stays.filter(({ stay, events }) => !stay.voided && keepsBed(stayStateOf(events))).at(-1);

/**
 * The id of a person's next stay at a site. It is derived, so that two phones that check one person in while offline write the
 * same stay: they may disagree about the bed, never about how often the person is there. A number that is given away already is passed over:
 * whatever was done to that stay would be done to this one.
 */
export const stayIdFor = (person: Pick<Person, "_id" | "site">, before: readonly StayWithEvents[]): Id<"stay"> => {
  const taken = new Set<string>(before.map(({ stay }) => stay._id));
  for (let number = before.length + 1; ; number += 1) {
    const id: Id<"stay"> = `stay:${keyOf(person._id)}.${person.site}.${number}`;
    if (!taken.has(id)) return id;
  }
};

/** Opens a stay in a bed and checks the person in. */
export const checkIn = (
  person: Person,
  bed: Bed,
  before: readonly StayWithEvents[],
  doing: Attribution,
): Result<readonly NewDocument[], CheckInError> => {
  if (bed.blocked) return err({ type: "BedBlocked", bed: bed.code });
  if (currentStay(before)) return err({ type: "AlreadyIn" });
  const id = stayIdFor(person, before);
  const content = {
    site: person.site,
    personId: person._id,
    ...(person.groupId && { groupId: person.groupId }),
    roomId: bed.roomId,
    bedId: bed._id,
    plannedFrom: doing.at.slice(0, 10),
  };
  const stay = { kind: "stay", id, content };
  return ok([stay, stayEvent({ _id: id, site: person.site, personId: person._id }, [], "check_in", doing)]);
};

export type CheckInError = { readonly type: "BedBlocked"; readonly bed: string } | { readonly type: "AlreadyIn" };

/** Another bed for a resident. */
export const moveTo =
  (bed: Bed) =>
  (stay: Stay): Result<Stay, MoveError> =>
    bed.blocked ? err({ type: "BedBlocked", bed: bed.code }) : ok({ ...stay, roomId: bed.roomId, bedId: bed._id });

export type MoveError = { readonly type: "BedBlocked"; readonly bed: string };

/** An event of a stay. A resident leaves the house by `leaveHouse`, which asks about the children who stay. */
export const stayEvent = (
  stay: Pick<Stay, "_id" | "site" | "personId">,
  events: readonly Presence[],
  event: Presence["event"],
  doing: Attribution,
  extra: Partial<
    Pick<Presence, "reason" | "note" | "via" | "released" | "unconfirmed" | "childrenStay" | "childrenCare">
  > = {},
): NewDocument => {
  const order = nextOrder(events);
  const content = { site: stay.site, personId: stay.personId, stayId: stay._id, event, order, ...doing, ...extra };
  return { kind: "presence", id: `presence:${keyOf(stay._id)}.${order}.${event}`, content };
};

/** Two stays that hold one bed: found after sync, never prevented by dropping somebody (architecture 1.7). */
export const doubleBookings = (held: readonly Stay[]): readonly (readonly Stay[])[] => {
  const byBed = new Map<string, Stay[]>();
  for (const stay of held) if (stay.bedId) byBed.set(stay.bedId, [...(byBed.get(stay.bedId) ?? []), stay]);
  return [...byBed.values()].filter((stays) => stays.length > 1);
};
