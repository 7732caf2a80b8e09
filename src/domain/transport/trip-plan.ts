import { addDays } from "../dates/add-days.ts";
import { isoDate } from "../dates/calendar-date.ts";
import { warsawInstant } from "../dates/warsaw-time.ts";
import type { NewDocument } from "../merge/new-document.ts";
import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import type { Trip } from "../model/kinds/trip.ts";
import { err, ok, type Result } from "../model/result.ts";
import { retentionDays } from "../retention/retention-days.ts";

/** What a dispatcher typed to plan a trip: texts as they stand in the boxes. */
export type TypedPlan = {
  readonly from: string;
  readonly to: string;
  readonly between: string;
  readonly day: { readonly day: string; readonly month: string; readonly year: string };
  readonly time: string;
  readonly seats: number | undefined;
  readonly vehicleId?: Id<"vehicle"> | undefined;
  readonly driverIds: readonly Id<"driver">[];
  readonly driverAccounts: readonly string[];
  readonly phone: string;
};

export type PlanField = "from" | "to" | "day" | "time" | "seats";

/** A trip as a draft: only its site sees it before it is published. */
export const planTrip = (
  id: Id<"trip">,
  site: string,
  typed: TypedPlan,
): Result<NewDocument, { readonly type: "PlanIncomplete"; readonly missing: readonly PlanField[] }> => {
  const [day, time] = [plannedDay(typed), plannedTime(typed.time)];
  const { seats, vehicleId } = typed;
  const [from, to] = [typed.from.trim(), typed.to.trim()];
  const missing: readonly (PlanField | false)[] = [
    from === "" && "from",
    to === "" && "to",
    day === undefined && "day",
    time === undefined && "time",
    (seats === undefined || seats < 1 || seats > 120) && "seats",
  ];
  if (day === undefined || time === undefined || missing.some(Boolean))
    return err({ type: "PlanIncomplete", missing: missing.filter((field) => field !== false) });
  const departAt = warsawInstant(day, time);
  const between = typed.between.split("\n").map((place) => place.trim());
  const stops = [from, ...between.filter(Boolean), to].map((place, at, places) => ({
    place: cutText(place, 80),
    kind: at === 0 ? "pick_up" : at === places.length - 1 ? "drop" : "rest",
    plannedAt: departAt,
  }));
  const content = {
    site,
    tripNo: `${day.slice(5).replace("-", "")}-${time.replace(":", "")}`,
    vehicleId,
    driverIds: typed.driverIds,
    driverAccounts: typed.driverAccounts,
    coordinatorPhone: typed.phone.trim() || undefined,
    departAt,
    stops,
    seatsUsable: seats,
    status: "draft",
    expiresAt: addDays(day, retentionDays.manifest),
  };
  return ok({ kind: "trip", id, content, begins: true });
};

/** The day that was meant, `YYYY-MM-DD`; nothing for one that no calendar has. */
export const plannedDay = ({ day: { day, month, year } }: Pick<TypedPlan, "day">): string | undefined =>
  isoDate(Number(year), Number(month), Number(day));

/** From then on its drivers see it; the server makes its database. */
export const publishTrip = (trip: Trip): Result<Trip, { readonly type: "TripOver" }> =>
  trip.status === "draft" || trip.status === "boarding"
    ? ok({ ...trip, status: "boarding" })
    : err({ type: "TripOver" });

const plannedTime = (typed: string): string | undefined => {
  const parts = /^\s*(\d{1,2})[:.\s]?(\d{2})\s*$/.exec(typed);
  if (!parts) return undefined;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, "0")}:${parts[2]}` : undefined;
};
