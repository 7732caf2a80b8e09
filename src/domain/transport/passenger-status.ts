import type { Line } from "../model/kinds/line.ts";
import type { Scan } from "../model/kinds/scan.ts";
import type { Trip } from "../model/kinds/trip.ts";
import { placeIn } from "../roster/event-order.ts";

/** A manifest at the bus door: the trip, its lines, and what happened. */
export type Manifest = { readonly trip: Trip; readonly lines: readonly Line[]; readonly scans: readonly Scan[] };

export type PassengerStatus = "booked" | "boarded" | "no_show" | "alighted" | "cancelled";

/**
 * Where one passenger is, as it follows from the scans. Whoever was let in is in the bus until somebody takes that back who knew of it, whatever
 * others note or how often; also where somebody took them off the list unseen of it.
 */
export const passengerStatus = (line: Line, scans: readonly Scan[]): PassengerStatus => {
  const latest = scansOf(line, scans).at(-1);
  const status = latest ? (statusAfter[latest.event] ?? "booked") : "booked";
  return isOffList(line) && status !== "boarded" && status !== "alighted" ? "cancelled" : status;
};

/** Taken off the list, whatever happened at the door. */
export const isOffList = (line: Line): boolean => line.status === "cancelled" || line.voided !== undefined;

export type JourneyState =
  | { readonly state: "boarding" }
  | { readonly state: "departed"; readonly at: string; readonly counted: number }
  | { readonly state: "arrived"; readonly at: string };

export const journeyState = (scans: readonly Scan[]): JourneyState => {
  const arrived = scans.find(({ event, voided }) => event === "arrive" && !voided);
  if (arrived) return { state: "arrived", at: arrived.at };
  const left = scans.find(({ event, voided }) => event === "depart" && !voided);
  return left ? { state: "departed", at: left.at, counted: left.counted ?? 0 } : { state: "boarding" };
};

/** Numbers for the big counter. `expected` are all who are not cancelled and not known to stay behind. */
export const countPassengers = ({ lines, scans }: Manifest): PassengerCounts => {
  const statuses = lines.map((line) => ({ line, status: passengerStatus(line, scans) }));
  const onBoard = statuses.filter(({ status }) => status === "boarded");
  return {
    onBoard: onBoard.length,
    childrenOnBoard: onBoard.filter(({ line }) => line.passenger.child).length,
    expected: statuses.filter(({ status }) => status === "boarded" || status === "booked").length,
    waiting: statuses.filter(({ status }) => status === "booked").length,
  };
};

export type PassengerCounts = {
  readonly onBoard: number;
  readonly childrenOnBoard: number;
  readonly expected: number;
  readonly waiting: number;
};

const statusAfter: Readonly<Partial<Record<Scan["event"], PassengerStatus>>> = {
  board: "boarded",
  unboard: "booked",
  no_show: "no_show",
  alight: "alighted",
};

/** What holds of a passenger, the last at the end: boardings that were not taken back by a volunteer who knew of them. */
export const scansOf = (line: Line, scans: readonly Scan[]): readonly Scan[] => {
  const all = allScansOf(line, scans);
  const place = placeIn(all);
  const valid = all.filter(({ voided }) => !voided);
  const named = new Set(valid.flatMap(({ takesBack = [] }) => takesBack));
  const isTakenBack = (boarding: Scan): boolean =>
    notingsOf(boarding).every((noting) => named.has(noting)) ||
    valid.some((other) => isTakenBackUnnamed(boarding, other, place));
  const stands = new Set(valid.filter((scan) => scan.event === "board" && !isTakenBack(scan)));
  return valid.sort((a, b) => Number(stands.has(a)) - Number(stands.has(b)) || place(a) - place(b));
};

/** One boarding may be noted by several devices unseen of each other, under one id: taking it back names those that were known. */
export const notingsOf = ({ _id, stamps }: Scan): readonly string[] =>
  Object.keys(stamps.seen).map((device) => `${_id} ${device}`);

/** Apps of before name nothing: their undo knew of what was numbered below it; their no-show, which was offered to who was not on board, of nothing. */
const isTakenBackUnnamed = (boarding: Scan, by: Scan, place: (scan: Scan) => number): boolean =>
  !by.takesBack && (by.event === "unboard" || by.event === "alight") && place(by) > place(boarding);

/** Also what was taken back: its number and its id are not given a second time. */
export const allScansOf = (line: Line, scans: readonly Scan[]): readonly Scan[] =>
  scans.filter(({ lineId }) => lineId === line._id);
