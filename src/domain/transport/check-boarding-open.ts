import { err, ok, type Result } from "../model/result.ts";
import { journeyState, type Manifest } from "./passenger-status.ts";

/** Whether the door is open for this list: published, on this device, not left, not called off. */
export const checkBoardingOpen = (
  manifest: Manifest,
  database: string | undefined,
): Result<string, BoardingClosedError> => {
  const { trip, scans } = manifest;
  if (journeyState(scans).state !== "boarding") return err({ type: "AlreadyDeparted" });
  if (trip.status === "draft") return err({ type: "TripNotPublished" });
  if (trip.status !== "boarding") return err({ type: "TripOver" });
  return database === undefined ? err({ type: "TripNotReady" }) : ok(database);
};

export type BoardingClosedError = {
  readonly type: "AlreadyDeparted" | "TripNotPublished" | "TripNotReady" | "TripOver";
};
