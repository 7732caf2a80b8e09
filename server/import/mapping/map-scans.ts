import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import type { CodeOf } from "../../../src/domain/model/codes.ts";
import type { Trip } from "../../../src/domain/model/kinds/trip.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";
import type { LineRow } from "./map-line.ts";
import type { TripRow } from "./map-trip.ts";
import { type Mapping, withoutMissing } from "./mapping.ts";

/** What happened to one passenger at the door, as events; `lineId` is the passenger's line. */
export const scansOfLine = (row: LineRow, lineId: string, trip: Trip, times: TripTimes): readonly NewDocument[] =>
  (actsBy[row.status] ?? []).map((event, before) => {
    const at = event === "alight" ? times.arrivedAt : times.departedAt;
    const stop = event === "alight" ? row.alightStop : row.boardStop;
    const content = { stop, reason: event === "no_show" ? row.noShowReason : undefined, via: "list" };
    return scan({ trip, subject: lineId, order: before + 1, event, at }, { lineId, ...content });
  });

/** Departure and arrival of the bus itself, as far as they have happened. */
export const scansOfTrip = (row: TripRow, trip: Trip, times: TripTimes): readonly NewDocument[] => {
  const subject = trip._id;
  const counted = row.headcounts?.[0]?.typed;
  return [
    ...(row.departedAt ? [scan({ trip, subject, order: 1, event: "depart", at: times.departedAt }, { counted })] : []),
    ...(row.arrivedAt ? [scan({ trip, subject, order: 2, event: "arrive", at: times.arrivedAt }, {})] : []),
  ];
};

/** When the bus left and arrived, in UTC; what was planned where it has not happened. */
export type TripTimes = { readonly departedAt: string; readonly arrivedAt: string };

export const timesOf = (row: TripRow, { instant }: Mapping): TripTimes => ({
  departedAt: instant(row.departedAt ?? row.departAt),
  arrivedAt: instant(row.arrivedAt ?? row.stops.at(-1)?.plannedAt ?? row.departAt),
});

const actsBy: Readonly<Partial<Record<CodeOf<"paxStatus">, readonly CodeOf<"scanKind">[]>>> = {
  boarded: ["board"],
  no_show: ["no_show"],
  alighted: ["board", "alight"],
  left_early: ["board", "alight"],
  handed_over: ["board", "alight"],
  safe_confirmed: ["board", "alight"],
  safe_overdue: ["board", "alight"],
};

type Act = {
  readonly trip: Trip;
  /** The line or the trip that it happened to. */
  readonly subject: string;
  readonly order: number;
  readonly event: CodeOf<"scanKind">;
  readonly at: string;
};

/** Ids are built like those of the app (`boarding.ts`), so that a phone that knows of the same act writes the same event. */
const scan = ({ trip, subject, order, event, at }: Act, extra: object): NewDocument => ({
  kind: "scan",
  id: `scan:${keyOf(subject)}.${order}.${event}`,
  content: withoutMissing({ site: trip.site, tripId: trip._id, event, order, at, by: "import", ...extra }),
});
