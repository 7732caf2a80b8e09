import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { type OurPhone, openOurPhone } from "./our-phone.ts";

/** A phone in sync, on which somebody saves and on which somebody looks. Moments are milliseconds since 1970. */
export type WorkingPhone = OurPhone & {
  /** Saves documents one by one. Answers when it began. */
  save(database: string, drafts: readonly NewDocument[]): Promise<number>;
  /** When the document was here. */
  seen(id: string): Promise<number>;
  /** When the server had everything. */
  allSent(): Promise<number>;
};

export const openWorkingPhone = async (name: string): Promise<WorkingPhone> => {
  const waiting = new Map<string, (at: number) => void>();
  let upToDate = () => {};
  const isHere = new Promise<void>((resolve) => {
    upToDate = resolve;
  });
  let whenAllSent = () => {};
  const phone = await openOurPhone(name, ({ state, unsent }) => {
    if (state === "upToDate") upToDate();
    if (unsent === 0) whenAllSent();
  });
  phone.store.subscribe((rows) => {
    for (const { document } of rows) waiting.get(document._id)?.(now());
  });
  await isHere;
  return {
    ...phone,
    save: async (database, drafts) => {
      const began = now();
      for (const draft of drafts) {
        const saved = await phone.store.add(database, [draft]);
        if (!saved.ok) throw new Error(JSON.stringify(saved.error));
      }
      return began;
    },
    seen: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    allSent: () =>
      new Promise((resolve) => {
        whenAllSent = () => resolve(now());
      }),
  };
};

const now = (): number => performance.timeOrigin + performance.now();
