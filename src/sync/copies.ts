import type { Outbox } from "../device/outbox/open-outbox.ts";
import { type Passport, sealWrite } from "../device/outbox/seal-write.ts";
import { itemKey } from "../domain/sealed-write.ts";
import type { Store } from "../store/open-store.ts";
import { databaseOf, type Row } from "../store/row.ts";

/** The sealed second copies of what one person on one device has not sent. */
export type Copies = {
  /** Once a copy of every write that is in the store until now lies in the outbox, as far as it can be sealed. */
  written(): Promise<void>;
  /** With this from now on; what could not be sealed before is sealed. */
  sealWith(passport: Passport): Promise<void>;
  close(): void;
};

type Options = { readonly store: Store; readonly outbox: Outbox; readonly device: string };

/** Follows the store: what is unsent has a copy, what the server has taken has none any more. A copy that fails is made next time. */
export const keepCopies = async ({ store, outbox, device }: Options): Promise<Copies> => {
  const keyOf = (row: Row) => itemKey(device, databaseOf(row), row.document._id);
  const there = new Set((await outbox.keys()).filter((key) => key.startsWith(`${device} `)));
  let passport: Passport | undefined;
  let last: Promise<void> = Promise.resolve();

  const copy = async (rows: readonly Row[]) => {
    const by = passport;
    const unsent = by ? rows.filter(({ sent }) => !sent) : [];
    const sealed = by ? await Promise.all(unsent.map((row) => sealWrite(by, databaseOf(row), row.document))) : [];
    const items = sealed.flatMap((item) => item ?? []);
    if (items.length > 0) await outbox.put(items);
    for (const { key } of items) there.add(key);
    await forget(rows.filter(({ sent }) => sent).map(keyOf));
  };
  const forget = async (keys: readonly string[]) => {
    const known = keys.filter((key) => there.has(key));
    if (known.length > 0) await outbox.remove(known);
    for (const key of known) there.delete(key);
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch(nextTime);
    return last;
  };
  /** Everything once more: after a start, for the page may have been closed between a save and its copy. */
  const copyAll = async () => {
    const unsent = store.databases().flatMap((database) => store.unsent(database));
    const wanted = new Set(unsent.map(keyOf));
    await copy(unsent);
    await forget([...there].filter((key) => !wanted.has(key)));
  };

  const unsubscribe = store.subscribe((rows) => {
    const concerned = rows.filter((row) => !row.sent || there.has(keyOf(row)));
    if (concerned.length > 0) void inTurn(() => copy(concerned));
  });
  return {
    written: () => last,
    sealWith: (fresh) => {
      passport = fresh;
      return inTurn(copyAll);
    },
    close: unsubscribe,
  };
};

/** The record itself is in the store; the next write, start or contact makes the copy. */
const nextTime = () => {};
