import type { Outbox } from "../../device/outbox/open-outbox.ts";
import { type CopiedWrite, type OutboxItem, setAside } from "../../device/outbox/outbox-item.ts";
import { parseItemKey } from "../../domain/exchange/sealed-write.ts";
import { type Stamps, vectorDominates } from "../../domain/merge/stamps.ts";

type Seen = Stamps["seen"];

/** Which document a copy was made of; undefined where nobody can tell. */
export type CopiedPlace = Pick<CopiedWrite, "database" | "id"> | undefined;

/** What is known of the copies of one device in the outbox. None is replaced or removed by less than it holds. */
export type CopiesHere = {
  /**
   * Compares what an earlier visit left with the store as it was opened. `heldBy` answers the writes that the row of a place holds; nothing
   * where there is none that can be read. Where one was damaged once, `isSound` is false.
   */
  compare(
    heldBy: (place: CopiedPlace) => { readonly seen: Seen; readonly isSound: boolean } | undefined,
  ): Promise<void>;
  /** Puts fresh copies. One of an earlier visit that holds what the fresh one does not is set aside, not replaced. */
  put(fresh: readonly FreshCopy[]): Promise<void>;
  /** `sentBy` answers the writes of a document that the server has: its copy goes, if it holds no more than these. */
  remove(sentBy: (place: CopiedPlace) => Seen | undefined): Promise<void>;
  /** What an earlier visit left and this one has neither replaced nor removed. None before it was compared. */
  leftOver(): readonly LeftOver[];
  /** Keys of all copies of documents of one database. */
  ofDatabase(database: string): readonly string[];
  /** Whether a copy holds these writes of a document. */
  holds(write: CopiedWrite): boolean;
  /** Rows of this database are here no more: what is left of its copies is to be handed in. */
  forgetRows(database: string): void;
  /** Some may have been handed in. */
  lookAgain(): Promise<void>;
};

export type FreshCopy = { readonly item: OutboxItem; readonly write: CopiedWrite };

/** `isOnly`: the store had no sound row of it when it was opened. */
export type LeftOver = { readonly key: string; readonly place: CopiedPlace; readonly isOnly: boolean };

type Copy = Pick<OutboxItem, "mended"> & {
  readonly place: CopiedPlace;
  readonly seen: Seen | undefined;
  readonly state: State;
};

/**
 * `fresh`: made in this visit. `leftOver`: made in an earlier one, of a row that is here. `only`: no row was here. `unknown`: none was, and an
 * older version came from the server. This device may have stamped writes to that one as it stamped those in the copy, so that stamps tell nothing
 * any more, and the copy goes by being handed in.
 */
type State = "fresh" | "leftOver" | "only" | "unknown";

/** `open` reads an item's note; nothing where there is none that opens. */
export const copiesIn = (
  outbox: Outbox,
  device: string,
  open: (item: OutboxItem) => Promise<CopiedWrite | undefined>,
): CopiesHere => {
  const copies = new Map<string, Copy>();
  let [isRead, isCompared] = [false, false];
  /** The next caller repeats a read that failed. */
  const known = async (): Promise<Map<string, Copy>> => {
    if (isRead) return copies;
    const own = (await outbox.all()).filter(({ key }) => key.startsWith(`${device} `));
    const noted = await Promise.all(own.map(async (item) => ({ item, write: await open(item) })));
    if (isRead) return copies;
    for (const { item, write } of noted) copies.set(item.key, copyOf(item, write, "leftOver"));
    isRead = true;
    return copies;
  };

  return {
    compare: async (heldBy) => {
      const here = await known();
      if (isCompared) return;
      for (const [key, copy] of here) {
        const held = heldBy(copy.place);
        // An older app noted no writes: its copy was made of the row that is here.
        if (held && (held.isSound || copy.mended)) here.set(key, { ...copy, seen: copy.seen ?? held.seen });
        else here.set(key, { ...copy, state: held ? "unknown" : "only" });
      }
      isCompared = true;
    },
    put: async (fresh) => {
      const here = await known();
      const wouldLose = ({ item, write }: FreshCopy) => {
        const copy = here.get(item.key);
        return (
          copy !== undefined && copy.state !== "fresh" && (copy.state !== "leftOver" || !isHeldBy(write.seen, copy))
        );
      };
      const keys = new Set(fresh.filter(wouldLose).map(({ item }) => item.key));
      if (keys.size > 0) await outbox.put((await outbox.all()).filter(({ key }) => keys.has(key)).map(setAside));
      await outbox.put(fresh.map(({ item }) => item));
      for (const { item, write } of fresh) here.set(item.key, copyOf(item, write, "fresh"));
    },
    remove: async (sentBy) => {
      const here = await known();
      const done: string[] = [];
      for (const [key, copy] of here) {
        const sent = copy.state === "unknown" ? undefined : sentBy(copy.place);
        if (isHeldBy(sent, copy)) done.push(key);
        else if (sent && copy.state === "only") here.set(key, { ...copy, state: "unknown" });
      }
      if (done.length === 0) return;
      await outbox.remove(done);
      for (const key of done) here.delete(key);
    },
    leftOver: () =>
      [...copies].flatMap(([key, { place, state }]) =>
        isCompared && state !== "fresh" ? [{ key, place, isOnly: state !== "leftOver" }] : [],
      ),
    ofDatabase: (database) => [...copies].flatMap(([key, { place }]) => (place?.database === database ? [key] : [])),
    holds: ({ database, id, seen }) =>
      [...copies.values()].some(
        ({ place, seen: copied }) =>
          place?.database === database && place.id === id && copied !== undefined && vectorDominates(copied, seen),
      ),
    forgetRows: (database) => {
      for (const [key, copy] of copies)
        if (copy.place?.database === database) copies.set(key, { ...copy, state: "only" });
    },
    lookAgain: async () => {
      const there = new Set(await outbox.keys());
      for (const key of [...copies.keys()]) if (!there.has(key)) copies.delete(key);
    },
  };
};

const copyOf = ({ key, seen, mended }: OutboxItem, write: CopiedWrite | undefined, state: State): Copy => ({
  place: write ?? parseItemKey(key)?.place,
  seen: write?.seen ?? seen,
  ...(mended && { mended }),
  state,
});

const isHeldBy = (seen: Seen | undefined, copy: Copy): boolean =>
  seen !== undefined && copy.seen !== undefined && vectorDominates(seen, copy.seen);
