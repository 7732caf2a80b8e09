import { deviceOnly } from "../../device/keyring/names-on-disk.ts";
import type { UnlockedKeys } from "../../device/keyring/unlocked-keys.ts";
import type { Outbox } from "../../device/outbox/open-outbox.ts";
import type { CopiedWrite, OutboxItem } from "../../device/outbox/outbox-item.ts";
import { type SealingCredentials, sealWrite } from "../../device/outbox/seal-write.ts";
import type { Store } from "../../store/open-store.ts";
import { databaseOf, type Row } from "../../store/row.ts";
import { type CopiedPlace, copiesIn, type FreshCopy } from "./copies-here.ts";

/** The sealed second copies of what one person on one device has not sent. */
export type OutboxMirror = {
  /** Copies what is unsent of these rows, which are being written just now. What fails is copied at the next start or contact. */
  copy(rows: readonly Row[]): Promise<void>;
  /** Follows the store, as soon as it is opened: what the server has taken needs no copy any more. Answers how to stop. */
  follow(store: Store): () => void;
  /** With this from now on; what could not be sealed before is sealed. */
  sealWith(credentials: SealingCredentials): Promise<void>;
  /** At a contact: what failed is done once more. */
  catchUp(): Promise<void>;
  /** Copies that an earlier visit left, and of which nothing says that the server has what they hold: to be handed in. */
  stranded(): readonly string[];
  /**
   * Hands in all that is unsent in a database that its account may not write any more: `submit` is given the copies. True once nothing of it is
   * only here: the server, or whoever leads that place, has it.
   */
  handOver(database: string, submit: (copies: readonly string[]) => Promise<unknown>): Promise<boolean>;
  /** Whether that is still so: somebody may have written there since. */
  isHandedOver(database: string): boolean;
  /** The rows of a database are here no more. */
  forgetRows(database: string): void;
  /** Once nothing is being copied any more. */
  written(): Promise<void>;
};

/** `keys`: of whoever works here; with them they know their own copies again. */
export const openOutboxMirror = (
  outbox: Outbox,
  device: string,
  keys: Pick<UnlockedKeys, "nameOf" | "seal" | "open">,
): OutboxMirror => {
  const copies = copiesIn(outbox, device, async ({ key, note }) => {
    try {
      return note === undefined ? undefined : (JSON.parse(await keys.open(deviceOnly, key, note)) as CopiedWrite);
    } catch {
      return undefined;
    }
  });
  /** By database, what was handed in at the last contact that did so. */
  const handedOver = new Map<string, ReadonlySet<string>>();
  let credentials: SealingCredentials | undefined;
  let followed: Store | undefined;
  let isBehind = false;
  let last: Promise<void> = Promise.resolve();

  const rowOf = (store: Store, place: CopiedPlace): Row | undefined =>
    place && store.rows(place.database).get(place.id);
  const compare = (store: Store) =>
    copies.compare((place) => {
      const row = rowOf(store, place);
      return row && { seen: row.document.stamps.seen, isSound: !row.damaged };
    });
  const forgetSent = (store: Store) =>
    copies.remove((place) => {
      const row = rowOf(store, place);
      return row?.sent ? row.document.stamps.seen : undefined;
    });
  const copyOf = async (by: SealingCredentials, row: Row): Promise<readonly FreshCopy[]> => {
    const write = writeOf(row);
    const sealed = await sealWrite(by, write.database, row.document, keys.nameOf);
    if (!sealed) return [];
    const note = await keys.seal(deviceOnly, sealed.key, JSON.stringify(write));
    const item: OutboxItem = { ...sealed, note, ...(row.damaged && { mended: true }) };
    return [{ item, write }];
  };
  const put = async (rows: readonly Row[]) => {
    const by = credentials;
    if (!by || rows.length === 0) return;
    const fresh = (await Promise.all(rows.map((row) => copyOf(by, row)))).flat();
    if (fresh.length > 0) await copies.put(fresh);
  };
  const inSequence = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch(() => {
      isBehind = true;
    });
    return last;
  };
  /** Everything once more: after a start, for the page may have been closed between a save and its copy. */
  const copyAll = async () => {
    if (!followed) return;
    isBehind = false;
    const store = followed;
    await compare(store);
    await put(store.databases().flatMap((database) => store.unsent(database)));
    await forgetSent(store);
  };

  const isHandedOver = (database: string): boolean => {
    const writes = handedOver.get(database);
    const isAmongThem = (row: Row) => writes?.has(JSON.stringify(writeOf(row))) === true;
    return copies.ofDatabase(database).length === 0 && followed?.unsent(database).every(isAmongThem) === true;
  };

  return {
    copy: (rows) => {
      const unsent = rows.filter(({ sent, document }) => !sent && document);
      return unsent.length > 0 ? inSequence(() => put(unsent)) : Promise.resolve();
    },
    follow: (store) => {
      followed = store;
      void inSequence(() => compare(store));
      return store.subscribe((rows) => {
        if (rows.some(({ sent }) => sent)) void inSequence(() => forgetSent(store));
      });
    },
    sealWith: (fresh) => {
      credentials = fresh;
      return inSequence(copyAll);
    },
    catchUp: () =>
      inSequence(async () => {
        if (isBehind) await copyAll();
        await copies.lookAgain();
      }),
    stranded: () => {
      const store = followed;
      if (!store) return [];
      // What the store has unsent goes out by itself.
      return copies.leftOver().flatMap(({ key, place, isOnly }) => (isOnly || rowOf(store, place)?.sent ? [key] : []));
    },
    handOver: async (database, submit) => {
      const waiting = followed?.unsent(database).map(writeOf) ?? [];
      if (!followed || !waiting.every(copies.holds)) return false;
      if (copies.ofDatabase(database).length > 0) await submit(copies.ofDatabase(database));
      await inSequence(copies.lookAgain);
      handedOver.set(database, new Set(waiting.map((write) => JSON.stringify(write))));
      return isHandedOver(database);
    },
    isHandedOver,
    forgetRows: copies.forgetRows,
    written: () => last,
  };
};

const writeOf = (row: Row): CopiedWrite => ({
  database: databaseOf(row),
  id: row.document._id,
  seen: row.document.stamps.seen,
});
