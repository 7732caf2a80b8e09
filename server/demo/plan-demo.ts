import type { Result } from "../../src/domain/result.ts";
import type { ImportError } from "../import/import-error.ts";
import { type ImportPlan, planImport } from "../import/plan-import.ts";
import { demoDay, readDemoFiles } from "./demo-data.ts";

/** The demo's documents with its day moved to `today` (ISO day in Warsaw): the buses that board leave today. */
export const planDemo = (today: string): Result<ImportPlan, readonly ImportError[]> =>
  planImport(readDemoFiles(), { today, shiftDays: daysBetween(demoDay, today) });

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
