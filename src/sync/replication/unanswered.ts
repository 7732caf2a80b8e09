import type { Store } from "../../store/open-store.ts";
import type { InDoubt } from "../../store/receiver.ts";
import type { Row } from "../../store/row.ts";

/** What was sent of each database and not answered: the server may have it, and others may have replaced it knowingly. Kept on the device. */
export type Unanswered = {
  get(database: string): Promise<InDoubt | undefined>;
  set(database: string, writes: InDoubt): Promise<void>;
};

export type Noted = {
  /** The server said what became of each: only what was in doubt before still is. */
  answered(): Promise<void>;
};

/** Notes rows that are about to be sent. A phone without room for the note sends all the same. */
export const noteSent = async (
  { store, unanswered }: { readonly store: Store; readonly unanswered: Unanswered },
  database: string,
  rows: readonly Row[],
): Promise<Noted> => {
  const before = (await unanswered.get(database)) ?? {};
  await unanswered.set(database, { ...before, ...store.writesHere(database, rows) }).catch(noRoom);
  return {
    answered: async () => {
      const unsent = new Set(store.unsent(database).map(({ document }) => document._id));
      const left = Object.entries(before).filter(([id]) => unsent.has(id));
      await unanswered.set(database, Object.fromEntries(left)).catch(noRoom);
    },
  };
};

/** The note stays behind what was sent: a value that was replaced knowingly is asked about once more. */
const noRoom = () => {};
