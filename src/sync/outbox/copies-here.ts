import type { Outbox } from "../../device/outbox/open-outbox.ts";
import { type OutboxItem, setAside } from "../../device/outbox/outbox-item.ts";
import { type Stamps, vectorDominates } from "../../domain/merge/stamps.ts";

type Seen = Stamps["seen"];

/** What is known of the copies of one device in the outbox. None is replaced or removed by less than it holds. */
export type CopiesHere = {
  /**
   * Compares what an earlier visit left with the store as it was opened. `heldBy` answers the writes that the row of a key holds; nothing
   * where there is none that can be read. Where one was damaged once, `isSound` is false.
   */
  compare(heldBy: (key: string) => { readonly seen: Seen; readonly isSound: boolean } | undefined): Promise<void>;
  /** Puts fresh copies. One of an earlier visit that holds what the fresh one does not is set aside, not replaced. */
  put(items: readonly OutboxItem[]): Promise<void>;
  /** `sentBy` answers the writes of a document that the server has: its copy goes, if it holds no more than these. */
  remove(sentBy: (key: string) => Seen | undefined): Promise<void>;
  /** What an earlier visit left and this one has neither replaced nor removed. None before it was compared. */
  leftOver(): readonly LeftOver[];
  /** Some may have been handed in. */
  lookAgain(): Promise<void>;
};

/** `isOnly`: the store had no sound row of it when it was opened. */
export type LeftOver = { readonly key: string; readonly isOnly: boolean };

type Copy = Pick<OutboxItem, "seen" | "mended"> & { readonly state: State };

/**
 * `fresh`: made in this visit. `leftOver`: made in an earlier one, of a row that is here. `only`: no row was here. `unknown`: none was, and an
 * older version came from the server. This device may have stamped writes to that one as it stamped those in the copy, so that stamps tell nothing
 * any more, and the copy goes by being handed in.
 */
type State = "fresh" | "leftOver" | "only" | "unknown";

export const copiesIn = (outbox: Outbox, device: string): CopiesHere => {
  const copies = new Map<string, Copy>();
  let [isRead, isCompared] = [false, false];
  /** The next caller repeats a read that failed. */
  const known = async (): Promise<Map<string, Copy>> => {
    if (isRead) return copies;
    const all = await outbox.all();
    if (isRead) return copies;
    for (const { key, ...copy } of all) if (key.startsWith(`${device} `)) copies.set(key, copyOf(copy, "leftOver"));
    isRead = true;
    return copies;
  };

  return {
    compare: async (heldBy) => {
      const here = await known();
      if (isCompared) return;
      for (const [key, copy] of here) {
        const held = heldBy(key);
        // An older app noted no writes: its copy was made of the row that is here.
        if (held && (held.isSound || copy.mended)) here.set(key, { ...copy, seen: copy.seen ?? held.seen });
        else here.set(key, { ...copy, state: held ? "unknown" : "only" });
      }
      isCompared = true;
    },
    put: async (items) => {
      const here = await known();
      const wouldLose = ({ key, seen }: OutboxItem) => {
        const copy = here.get(key);
        return copy !== undefined && copy.state !== "fresh" && (copy.state !== "leftOver" || !isHeldBy(seen, copy));
      };
      const keys = new Set(items.filter(wouldLose).map(({ key }) => key));
      if (keys.size > 0) await outbox.put((await outbox.all()).filter(({ key }) => keys.has(key)).map(setAside));
      await outbox.put(items);
      for (const item of items) here.set(item.key, copyOf(item, "fresh"));
    },
    remove: async (sentBy) => {
      const here = await known();
      const done: string[] = [];
      for (const [key, copy] of here) {
        const sent = copy.state === "unknown" ? undefined : sentBy(key);
        if (isHeldBy(sent, copy)) done.push(key);
        else if (sent && copy.state === "only") here.set(key, { ...copy, state: "unknown" });
      }
      if (done.length === 0) return;
      await outbox.remove(done);
      for (const key of done) here.delete(key);
    },
    leftOver: () =>
      [...copies].flatMap(([key, { state }]) =>
        isCompared && state !== "fresh" ? [{ key, isOnly: state !== "leftOver" }] : [],
      ),
    lookAgain: async () => {
      const there = new Set(await outbox.keys());
      for (const key of [...copies.keys()]) if (!there.has(key)) copies.delete(key);
    },
  };
};

const copyOf = ({ seen, mended }: Pick<OutboxItem, "seen" | "mended">, state: State): Copy => ({
  ...(seen && { seen }),
  ...(mended && { mended }),
  state,
});

const isHeldBy = (seen: Seen | undefined, copy: Copy): boolean =>
  seen !== undefined && copy.seen !== undefined && vectorDominates(seen, copy.seen);
