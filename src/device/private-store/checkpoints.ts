import type { PrivateStore } from "./open-private-store.ts";

/** Where pulling stands for one person's store, kept beside it: losing it costs time, never data. */
export const checkpointsIn = ({ settings }: Pick<PrivateStore, "settings">) => ({
  get: (database: string) => settings.get<string>(`since:${database}`),
  set: (database: string, since: string) => settings.set(`since:${database}`, since),
  forget: (database: string) => settings.remove(`since:${database}`),
});

/** What was sent and not answered, kept beside the store: losing it costs a question, never data. */
export const inDoubtIn = ({ settings }: Pick<PrivateStore, "settings">) => ({
  get: (database: string) => settings.get<Readonly<Record<string, number>>>(`inDoubt:${database}`),
  set: (database: string, writes: Readonly<Record<string, number>>) => settings.set(`inDoubt:${database}`, writes),
  forget: (database: string) => settings.remove(`inDoubt:${database}`),
});

/** When the server was last seen to be put back to a backup (ISO 8601). */
export const restoredIn = ({ settings }: Pick<PrivateStore, "settings">) => ({
  get: () => settings.get<string>("restored"),
  set: (at: string) => settings.set("restored", at),
});

/** Keyring entries of keys that are being taken, until the rows that they sealed are gone, too. They say nothing. */
export const endingIn = ({ settings }: Pick<PrivateStore, "settings">) => ({
  get: () => settings.get<readonly string[]>("ending"),
  set: (entries: readonly string[]) => settings.set("ending", entries),
  done: () => settings.remove("ending"),
});
