import type { Bed } from "../model/kinds/bed.ts";
import type { Line } from "../model/kinds/line.ts";
import type { Presence } from "../model/kinds/presence.ts";
import type { Scan } from "../model/kinds/scan.ts";
import type { Stay } from "../model/kinds/stay.ts";
import { bedCapacity } from "../roster/bed-places.ts";
import { placeIn } from "../roster/event-order.ts";
import { currentStay, type StayWithEvents } from "../roster/stay-commands.ts";
import type { Write } from "./write.ts";

/** What is known now of where an act was done. */
export type Surroundings = {
  /** Stays of the site by person. */
  readonly stays: ReadonlyMap<string, readonly StayWithEvents[]>;
  readonly beds: ReadonlyMap<string, Bed>;
  /** What was done at the doors of trips. */
  readonly scans: readonly Scan[];
  /** Who is on the lists of trips. */
  readonly lines: readonly Line[];
};

export type Later = Line | Presence | Scan | Stay;

/**
 * What was done since an act and rests on it: later events of the same stay or trip, a bed that was left and given to another, a bed or a seat of
 * somebody whom the act registered. Taking the act back leaves it without ground, so a person is asked.
 */
export const builtOn = (writes: readonly Write[], around: Surroundings): readonly Later[] => {
  const ids = new Set(writes.map(({ after }) => after._id));
  const found = writes.flatMap((write): readonly Later[] => {
    switch (write.after.kind) {
      case "presence":
        return onPresence(write.after as unknown as Presence, around, writes);
      case "stay":
        return onStay(write, around);
      case "scan":
        return onScan(write.after as unknown as Scan, around.scans);
      case "person":
        return write.before ? [] : onPerson(write.after._id, around);
      default:
        return [];
    }
  });
  return [...new Map(found.filter(({ _id }) => !ids.has(_id)).map((later) => [later._id, later])).values()];
};

const onPresence = (event: Presence, around: Surroundings, writes: readonly Write[]): readonly Later[] => {
  const stays = around.stays.get(event.personId) ?? [];
  const own = stays.find(({ stay }) => stay._id === event.stayId);
  if (!own) return [];
  const place = placeIn(own.events);
  const after = own.events.filter((other) => !other.voided && place(other) > place(event));
  if (event.event !== "check_out" && event.event !== "no_show") return after;
  const begun = currentStay(stays)?.stay;
  return [
    ...after,
    ...(begun && begun._id !== own.stay._id ? [begun] : []),
    ...takersOf(own.stay.bedId, own.stay, around, returningTo(own.stay.bedId, around, writes)),
  ];
};

/** How many come back to a bed when the act is taken back. */
const returningTo = (bedId: string | undefined, { stays }: Surroundings, writes: readonly Write[]): number =>
  writes.filter(({ after: { personId, stayId } }) =>
    stays.get(String(personId))?.some(({ stay }) => stay._id === stayId && stay.bedId === bedId),
  ).length;

const onStay = ({ before, after }: Write, around: Surroundings): readonly Later[] => {
  const stay = after as unknown as Stay;
  if (before) {
    const { bedId } = before as unknown as Stay;
    return bedId === stay.bedId ? [] : takersOf(bedId, stay, around);
  }
  const known = around.stays.get(stay.personId)?.find((one) => one.stay._id === stay._id);
  return known?.events.filter(({ voided }) => !voided) ?? [];
};

/** Stays of others that leave no place for so many in the bed. */
const takersOf = (
  bedId: string | undefined,
  stay: Stay,
  { stays, beds }: Surroundings,
  returning = 1,
): readonly Stay[] => {
  const bed = bedId === undefined ? undefined : beds.get(bedId);
  if (!bed) return [];
  const there = [...stays.values()].flatMap((all) => currentStay(all)?.stay ?? []);
  const others = there.filter((other) => other.bedId === bed._id && other.personId !== stay.personId);
  return others.length + returning > bedCapacity(bed) ? others : [];
};

const onPerson = (id: string, { stays, lines }: Surroundings): readonly Later[] => [
  ...(stays.get(id) ?? []).flatMap(({ stay }) => (stay.voided ? [] : [stay])),
  ...lines.filter(({ personId, status, voided }) => personId === id && status === "booked" && !voided),
];

const onScan = (scan: Scan, scans: readonly Scan[]): readonly Scan[] => {
  const ofTrip = scans.filter(({ tripId }) => tripId === scan.tripId);
  const ofSame = ofTrip.filter(({ lineId }) => lineId === scan.lineId);
  const place = placeIn(ofSame);
  const later = ofSame.filter((other) => !other.voided && place(other) > place(scan));
  if (scan.lineId !== undefined) return later;
  // Passengers are numbered each for themselves: what was put right after the bus had left is told by its hour.
  return [...later, ...ofTrip.filter((other) => other.lineId !== undefined && !other.voided && other.at > scan.at)];
};
