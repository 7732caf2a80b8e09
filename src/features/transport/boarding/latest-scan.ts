import type { Line } from "../../../domain/model/kinds/line.ts";
import type { Scan } from "../../../domain/model/kinds/scan.ts";

/** The last thing done about a passenger. */
export const latestScan = (line: Line, scans: readonly Scan[]): Scan | undefined =>
  scans
    .filter((scan) => scan.lineId === line._id && !scan.voided)
    .sort((a, b) => a.order - b.order)
    .at(-1);
