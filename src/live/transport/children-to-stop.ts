import { siteDatabase } from "../../domain/model/databases.ts";
import type { Line } from "../../domain/model/kinds/line.ts";
import { lacksConfirmation } from "../../domain/transport/child-stop.ts";
import { passengerStatus } from "../../domain/transport/passenger-status.ts";
import { tripStateOf } from "../../domain/transport/trip-state.ts";
import type { Records } from "../records.ts";
import { guardOf } from "../safeguarding/guards.ts";
import type { TripView } from "./trips-view.ts";

/**
 * Children in the bus, or on its list while it can still be stopped, of whom the site knows that no adult is confirmed for them. A driver's phone has
 * no person of the site, and finds nobody.
 */
export const childrenToStop = (records: Records, view: TripView, today: string): readonly Line[] => {
  const travels = travelling[tripStateOf(view.trip, view.scans)] ?? [];
  return view.lines.filter(
    (line) => travels.includes(passengerStatus(line, view.scans)) && isToStop(records, view, line, today),
  );
};

const travelling: Readonly<Partial<Record<string, readonly string[]>>> = {
  draft: ["booked"],
  boarding: ["booked", "boarded"],
  departed: ["boarded"],
};

const isToStop = (records: Records, { trip }: TripView, line: Line, today: string): boolean => {
  const guard = guardOfLine(records, trip.site, line, today);
  return guard !== undefined && lacksConfirmation(line, guard);
};

/** What stands between a passenger and the door, where this phone has the records of the site. */
export const guardOfLine = (records: Records, site: string, { personId }: Line, today: string) => {
  const person = personId && records.table(siteDatabase(site), "person").get(personId);
  return person ? guardOf(records, person, today) : undefined;
};
