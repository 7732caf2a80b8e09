import { warsawDay } from "../domain/dates/warsaw-time.ts";
import { useLiveContext } from "./live-context.tsx";

/** The day in Warsaw by the device's clock, `YYYY-MM-DD`. */
export const useToday = (): string => warsawDay(useLiveContext().author().at);
