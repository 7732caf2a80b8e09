import { tripDatabase } from "../../../../../src/domain/model/databases.ts";
import { countPassengers, passengerStatus } from "../../../../../src/domain/transport/passenger-status.ts";
import type { Convoy, Traveller } from "../convoy.ts";
import { viewOf } from "../play/trips.ts";

/** Holds at rest: P6 (who was let in is counted on the trip, on every phone that has it, until somebody takes it back who knew of it). */
export const checkTrips = (convoy: Convoy): void => {
  for (const [number, trip] of convoy.trips.entries()) {
    const expected = aboardOf(convoy, trip);
    for (const traveller of convoy.travellers) {
      if (!traveller.phone.account.databases.includes(tripDatabase(trip))) continue;
      const view = viewOf(convoy, traveller, number);
      if (!view) throw new Error(`P6: ${traveller.name} does not have ${trip}`);
      const aboard = view.lines.filter((line) => passengerStatus(line, view.scans) === "boarded").map(({ _id }) => _id);
      if (String([...aboard].sort()) !== String(expected) || countPassengers(view).onBoard !== expected.length)
        throw new Error(`P6: on ${traveller.name}'s phone ${aboard} are on board, not ${expected}`);
    }
  }
};

/** Whose boarding stands, of what has reached the server. */
const aboardOf = ({ ledger, travellers }: Convoy, trip: string): readonly string[] => {
  const taps = ledger.taps().filter((tap) => tap.trip === trip && hasSent(travellers, tap));
  const takenBack = new Set(taps.flatMap((tap) => (tap.event === "board" ? [] : tap.seen)));
  const standing = taps.filter((tap) => tap.event === "board" && !takenBack.has(tap.noting));
  return [...new Set(standing.map(({ line }) => line))].sort();
};

const hasSent = (
  travellers: readonly Traveller[],
  { by, trip, scan }: { by: string; trip: string; scan: string },
): boolean =>
  travellers
    .find(({ name }) => name === by)
    ?.phone.store.rows(tripDatabase(trip))
    .get(scan)?.sent ?? false;
