import type { PrivateStore } from "./open-private-store.ts";

/** Where pulling stands for one person's store, kept beside it: losing it costs time, never data. */
export const checkpointsIn = ({ settings }: PrivateStore) => ({
  get: (database: string) => settings.get<string>(`since:${database}`),
  set: (database: string, since: string) => settings.set(`since:${database}`, since),
});
