import type { Settings } from "./open-device.ts";

/** Where pulling stands, kept beside the store: losing it costs time, never data. */
export const checkpointsIn = (settings: Settings) => ({
  get: (database: string) => settings.get<string>(`since:${database}`),
  set: (database: string, since: string) => settings.set(`since:${database}`, since),
});
