import type { Settings } from "./open-device.ts";

/** Where pulling stands for one account's store, kept beside it: losing it costs time, never data. */
export const checkpointsIn = (settings: Settings, account: string) => ({
  get: (database: string) => settings.get<string>(`since:${account}:${database}`),
  set: (database: string, since: string) => settings.set(`since:${account}:${database}`, since),
});
