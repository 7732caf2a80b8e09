import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { codes } from "../../../src/domain/model/codes.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { Trip } from "../../../src/domain/model/kinds/trip.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";
import { ok, type Result } from "../../../src/domain/model/result.ts";
import { type BookError, importLine } from "../../../src/domain/transport/booking.ts";
import { code, instant, key, leftOut, maybe, whole, words } from "../source/source-schemas.ts";
import { ifPresent, type Mapping, withoutMissing } from "./mapping.ts";

const needs = { childSeat_0_3: "child_seat_0_3", childSeat_3_7: "child_seat_3_7", childSeat_7_12: "child_seat_7_12" };
const need = v.pipe(
  v.string(),
  v.transform((text) => (needs as Readonly<Record<string, string>>)[text] ?? text),
  v.picklist(codes.tripNeed),
);
const walkIn = v.strictObject({
  familyName: maybe(words(80)),
  givenName: maybe(words(80)),
  sex: maybe(code("sex")),
  ageBand: maybe(code("ageBand")),
});
const handover = v.looseObject({
  to: v.looseObject({ familyName: words(60), givenName: words(60), relation: maybe(code("relationship")) }),
});

export const lineRow = v.strictObject({
  id: key(),
  personId: maybe(key()),
  groupId: maybe(key()),
  walkIn: maybe(walkIn),
  seat: maybe(whole(1, 120)),
  boardStop: maybe(whole(0, 50)),
  alightStop: maybe(whole(0, 50)),
  status: code("paxStatus"),
  needs: maybe(v.array(need)),
  luggageCount: maybe(whole(0, 50)),
  pet: maybe(code("pet")),
  destinationTold: maybe(code("language")),
  childTravelBasis: maybe(code("childTravelBasis")),
  noShowReason: maybe(words(200)),
  safeArrival: maybe(
    v.strictObject({ dueAt: instant(), confirmedAt: maybe(instant()), how: maybe(code("safeArrivalHow")) }),
  ),
  handover: maybe(handover),
  accompaniedBy: leftOut(),
  leftAt: leftOut(),
});
export type LineRow = v.InferOutput<typeof lineRow>;

/** One passenger of `trip` on the day `on`; `person` is the passenger where it is not a walk-in. */
export const mapLine = (
  row: LineRow,
  { trip, person, on }: { readonly trip: Trip; readonly person: Person | undefined; readonly on: string },
  mapping: Mapping,
): Result<NewDocument, BookError> => {
  const booked = person
    ? importLine(trip, { person, basis: row.childTravelBasis ?? undefined, needs: row.needs ?? [] }, on)
    : ok(walkInLine(row, trip));
  if (!booked.ok) return booked;
  const content = { ...booked.value.content, ...factsOf(row, mapping) };
  return ok({ ...booked.value, content: withoutMissing(content) });
};

const walkInLine = (row: LineRow, trip: Trip): NewDocument => {
  const child = ["0_4", "5_11", "12_17"].includes(row.walkIn?.ageBand ?? "");
  const passenger = { ...withoutMissing(row.walkIn ?? {}), child };
  const content = { site: trip.site, tripId: trip._id, passenger, walkIn: true, needs: row.needs };
  return { kind: "line", id: `line:${keyOf(trip._id)}.${row.id.toLowerCase()}`, content };
};

const factsOf = (row: LineRow, mapping: Mapping) => ({
  seat: row.seat,
  boardStop: row.boardStop,
  alightStop: row.alightStop,
  status: row.status === "cancelled" ? "cancelled" : "booked",
  luggageCount: row.luggageCount,
  pet: row.pet,
  destinationTold: row.destinationTold,
  handover: ifPresent(row.handover, ({ to }) =>
    withoutMissing({ to: `${to.familyName} ${to.givenName}`, relation: to.relation }),
  ),
  safeArrival: ifPresent(row.safeArrival, ({ dueAt, confirmedAt, how }) =>
    withoutMissing({ dueAt: mapping.instant(dueAt), confirmedAt: ifPresent(confirmedAt, mapping.instant), how }),
  ),
});
