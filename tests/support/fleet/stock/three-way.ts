import { AsyncLocalStorage } from "node:async_hooks";
import { deepEqual } from "../../../../src/domain/merge/deep-equal.ts";
import type { MergeRuleOf } from "../../../../src/domain/merge/merge.ts";
import type { Stamp } from "../../../../src/domain/merge/stamps.ts";
import { contentFields, type Document } from "../../../../src/domain/model/document.ts";
import type { Receiver } from "../../../../src/store/receiver.ts";

type Join = (rule: MergeRuleOf, mine: Document, theirs: Document) => Document;

/** What each phone last knew the server to have: all that a merge without stamps can go by. */
const bases = new AsyncLocalStorage<ReadonlyMap<string, Document>>();

/** Keeps the bases of one store, as RxDB keeps its assumed master. */
export const withBases = (real: Receiver): Receiver => {
  const known = new Map<string, Document>();
  const keep = (database: string, received: readonly { readonly document: Document }[]) => {
    for (const { document } of received) known.set(`${database}/${document._id}`, document);
  };
  const baseOf = (database: string) =>
    new Map(
      [...known].flatMap(([key, document]) => (key.startsWith(`${database}/`) ? [[document._id, document]] : [])),
    );
  return {
    ...real,
    receive: async (database, received) => {
      await bases.run(baseOf(database), () => real.receive(database, received));
      keep(database, received);
    },
    markSent: async (database, sent) => {
      await real.markSent(database, sent);
      keep(database, sent);
    },
  };
};

/** Whoever changed a field since the base is right; where both did, the server is. Stamps are carried along and not asked. */
export const threeWay =
  (join: Join): Join =>
  (rule, mine, theirs) => {
    const base = bases.getStore()?.get(mine._id);
    const { rivals: _rivals, ...joined } = join(rule, mine, theirs);
    const content: Record<string, unknown> = {};
    const own: Record<string, Stamp> = {};
    for (const field of new Set([...contentFields(mine), ...contentFields(theirs)])) {
      const side = base && deepEqual(theirs[field], base[field]) ? mine : theirs;
      if (side[field] !== undefined) content[field] = side[field];
      own[field] = side.stamps.own?.[field] ?? side.stamps.base;
    }
    const header = Object.fromEntries(
      Object.entries(joined).filter(([field]) => !contentFields(joined).includes(field)),
    );
    const edits = { ...mine.stamps.edits, ...theirs.stamps.edits };
    return { ...header, ...content, stamps: { ...joined.stamps, own, edits } } as unknown as Document;
  };
