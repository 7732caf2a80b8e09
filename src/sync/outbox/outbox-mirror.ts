import type { Outbox } from "../../device/outbox/open-outbox.ts";
import { type SealingCredentials, sealWrite } from "../../device/outbox/seal-write.ts";
import { itemKey } from "../../domain/exchange/sealed-write.ts";
import type { Store } from "../../store/open-store.ts";
import { databaseOf, type Row } from "../../store/row.ts";

/** The sealed second copies of what one person on one device has not sent. */
export type OutboxMirror = {
  /** Copies what is unsent of these rows, which are being written just now. What fails is copied at the next start or contact. */
  copy(rows: readonly Row[]): Promise<void>;
  /** Follows the store: what the server has taken needs no copy any more. Answers how to stop. */
  follow(store: Store): () => void;
  /** With this from now on; what could not be sealed before is sealed. */
  sealWith(credentials: SealingCredentials): Promise<void>;
  /** Once nothing is being copied any more. */
  written(): Promise<void>;
};

export const openOutboxMirror = (outbox: Outbox, device: string): OutboxMirror => {
  const keyOf = (row: Row) => itemKey(device, databaseOf(row), row.document._id);
  const before = outbox.keys().then((keys) => keys.filter((key) => key.startsWith(`${device} `)));
  const there = before.then((keys) => new Set(keys));
  /** Copies that an earlier visit left, and that this one has not made anew. */
  const leftOver = before.then((keys) => new Set(keys));
  let credentials: SealingCredentials | undefined;
  let followed: Store | undefined;
  let last: Promise<void> = Promise.resolve();

  const put = async (rows: readonly Row[]) => {
    const by = credentials;
    if (!by || rows.length === 0) return;
    const sealed = await Promise.all(rows.map((row) => sealWrite(by, databaseOf(row), row.document)));
    const items = sealed.flatMap((item) => item ?? []);
    if (items.length === 0) return;
    await outbox.put(items);
    for (const { key } of items) {
      (await there).add(key);
      (await leftOver).delete(key);
    }
  };
  const forget = async (keys: readonly string[]) => {
    const here = await there;
    const known = keys.filter((key) => here.has(key));
    if (known.length === 0) return;
    await outbox.remove(known);
    for (const key of known) here.delete(key);
  };
  const inSequence = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch(nextTime);
    return last;
  };
  /** Everything once more: after a start, for the page may have been closed between a save and its copy. */
  const copyAll = async () => {
    if (!followed) return;
    const store = followed;
    const unsent = store.databases().flatMap((database) => store.unsent(database));
    const wanted = new Set(unsent.map(keyOf));
    await put(unsent);
    // Not what was copied in this visit: its record may still be on the way to the disk.
    await forget([...(await leftOver)].filter((key) => !wanted.has(key)));
  };

  return {
    copy: (rows) => {
      const unsent = rows.filter(({ sent, document }) => !sent && document);
      return unsent.length > 0 ? inSequence(() => put(unsent)) : Promise.resolve();
    },
    follow: (store) => {
      followed = store;
      return store.subscribe((rows) => {
        const sent = rows.filter((row) => row.sent);
        const isStill = (row: Row) => store.rows(databaseOf(row)).get(row.document._id)?.sent;
        if (sent.length > 0) void inSequence(() => forget(sent.filter(isStill).map(keyOf)));
      });
    },
    sealWith: (fresh) => {
      credentials = fresh;
      return inSequence(copyAll);
    },
    written: () => last,
  };
};

const nextTime = () => {};
