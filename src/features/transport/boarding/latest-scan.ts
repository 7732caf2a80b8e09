import type { Line } from "../../../domain/model/kinds/line.ts";
import type { Scan } from "../../../domain/model/kinds/scan.ts";
import { scansOf } from "../../../domain/transport/passenger-status.ts";

/** The last thing done about a passenger. */
export const latestScan = (line: Line, scans: readonly Scan[]): Scan | undefined => scansOf(line, scans).at(-1);
