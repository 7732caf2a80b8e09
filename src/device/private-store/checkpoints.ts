import type { PrivateStore } from "./open-private-store.ts";

/** Where pulling stands for one person's store, kept beside it: losing it costs time, never data. */
export const checkpointsIn = ({ settings }: PrivateStore) => ({
  get: (database: string) => settings.get<string>(`since:${database}`),
  set: (database: string, since: string) => settings.set(`since:${database}`, since),
});

/** What was sent and not answered, kept beside the store: losing it costs a question, never data. */
export const inDoubtIn = ({ settings }: PrivateStore) => ({
  get: (database: string) => settings.get<Readonly<Record<string, number>>>(`inDoubt:${database}`),
  set: (database: string, writes: Readonly<Record<string, number>>) => settings.set(`inDoubt:${database}`, writes),
});
