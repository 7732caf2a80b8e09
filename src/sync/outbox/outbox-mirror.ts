import type { Outbox } from "../../device/outbox/open-outbox.ts";
import type { OutboxItem } from "../../device/outbox/outbox-item.ts";
import { type SealingCredentials, sealWrite } from "../../device/outbox/seal-write.ts";
import { parseItemKey } from "../../domain/exchange/sealed-write.ts";
import type { Store } from "../../store/open-store.ts";
import { databaseOf, type Row } from "../../store/row.ts";
import { copiesIn } from "./copies-here.ts";

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
  /** Once nothing is being copied any more. */
  written(): Promise<void>;
};

export const openOutboxMirror = (outbox: Outbox, device: string): OutboxMirror => {
  const copies = copiesIn(outbox, device);
  let credentials: SealingCredentials | undefined;
  let followed: Store | undefined;
  let isBehind = false;
  let last: Promise<void> = Promise.resolve();

  const rowOf = (store: Store, key: string): Row | undefined => {
    const { database = "", id = "" } = parseItemKey(key) ?? {};
    return store.rows(database).get(id);
  };
  const compare = (store: Store) =>
    copies.compare((key) => {
      const row = rowOf(store, key);
      return row && { seen: row.document.stamps.seen, isSound: !row.damaged };
    });
  const forgetSent = (store: Store) =>
    copies.remove((key) => {
      const row = rowOf(store, key);
      return row?.sent ? row.document.stamps.seen : undefined;
    });
  const put = async (rows: readonly Row[]) => {
    const by = credentials;
    if (!by || rows.length === 0) return;
    const sealed = await Promise.all(
      rows.map(async (row): Promise<readonly OutboxItem[]> => {
        const item = await sealWrite(by, databaseOf(row), row.document);
        return item ? [{ ...item, seen: row.document.stamps.seen, ...(row.damaged && { mended: true }) }] : [];
      }),
    );
    const items = sealed.flat();
    if (items.length > 0) await copies.put(items);
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
      return copies.leftOver().flatMap(({ key, isOnly }) => (isOnly || rowOf(store, key)?.sent ? [key] : []));
    },
    written: () => last,
  };
};
