import type { Records } from "./records.ts";
import type { Table } from "./tables/table.ts";

/** What a view came to. Another object whenever it was worked out again. */
export type Seen<T> = { readonly value: T };

/**
 * A view that follows the records: each call answers what `view` makes of them now. It is worked out again only where something that it read has
 * changed: everything it asks the records for is written down, and asked again.
 */
export const follow = <T>(records: Records, view: (records: Records) => T): (() => Seen<T>) => {
  let known: (Seen<T> & { readonly reads: readonly Read[] }) | undefined;
  let changes: number | undefined;
  return () => {
    if (known && changes !== records.changes() && !known.reads.every(isAsBefore)) known = undefined;
    changes = records.changes();
    if (!known) {
      const reads: Read[] = [];
      const value = view(watched(records, reads));
      known = { value, reads };
    }
    return known;
  };
};

/** A question to the records, and what they answered. */
type Read = { readonly ask: () => unknown; readonly answer: unknown };

const isAsBefore = ({ ask, answer }: Read): boolean => Object.is(ask(), answer);

/** The same records, which write down what they are asked. What is not kept in tables counts as changed by every change. */
const watched = (records: Records, reads: Read[]): Records => {
  const noted = <T>(ask: () => T): T => {
    const answer = ask();
    reads.push({ ask, answer });
    return answer;
  };
  const whole = <F extends (...asked: never[]) => unknown>(read: F): F =>
    ((...asked: never[]) => {
      noted(records.changes);
      return read(...asked);
    }) as F;
  // Asked for anew with each question: which table it is may change.
  const table = <V>(find: () => Table<V>): Table<V> => ({
    rows: () => noted(() => find().rows()),
    get: (key) => noted(() => find().get(key)),
    tell: (changed) => find().tell(changed),
  });
  return {
    ...records,
    all: (database, kind) => noted(() => records.all(database, kind)),
    table: (database, kind) => table(() => records.table(database, kind)),
    copies: (kind) => table(() => records.copies(kind)),
    filedWhere: (isWanted) => table(() => records.filedWhere(isWanted)),
    kept: (tableOf, ...about) => table(() => records.kept(tableOf, ...about)),
    filed: whole(records.filed),
    find: (database, id) => noted(() => records.find(database, id)),
    broken: whole(records.broken),
    openBroken: whole(records.openBroken),
    damaged: whole(records.damaged),
    sending: whole(records.sending),
    version: (kinds) => noted(() => records.version(kinds)),
    changes: () => noted(records.changes),
    databases: () => noted(records.databases),
  };
};
