import { journeyState, passengerStatus } from "../../domain/transport/boarding.ts";
import type { Records } from "../records.ts";
import { tripsOf } from "./trips-view.ts";

/** Who has left on a bus of this site, as far as this account sees its trips: they wait for no bed here. */
export const departedFrom = (records: Records, site: string, databases: readonly string[]): ReadonlySet<string> =>
  new Set(
    tripsOf(records, site, databases)
      .filter(({ scans }) => journeyState(scans).state !== "boarding")
      .flatMap(({ lines, scans }) => lines.filter((line) => passengerStatus(line, scans) === "boarded"))
      .flatMap(({ personId }) => personId ?? []),
  );
