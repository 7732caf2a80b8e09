import type { RxCollection } from "rxdb/plugins/core";
import { dominates, merge } from "../domain/merge/merge.ts";
import { floorOf, vectorIncludes } from "../domain/merge/stamps.ts";
import { writesOf } from "../domain/merge/writes.ts";
import { databaseTypeOf } from "../domain/model/databases.ts";
import type { Document } from "../domain/model/document.ts";
import type { DatabaseType } from "../domain/model/kind.ts";
import { mergeRuleOf } from "../domain/model/kinds.ts";
import { type Change, insertRows, modifyRows, replaceDamaged } from "./modify-rows.ts";
import { documentIdOf, isDamaged, type Refusal, type Row, rowId } from "./row.ts";

/** What sync may do to the store. It merges and marks; it never decides about content. */
export type Receiver = {
  /** Merges what the server has into what is here. Answers after the commit. */
  receive(database: string, received: readonly Received[]): Promise<void>;
  /** The server took these versions as these revisions. A version written since then stays unsent. */
  markSent(database: string, sent: readonly Received[]): Promise<void>;
  /** The server refused these versions; the rows stay and wait for a person. */
  markRefused(database: string, documents: readonly Document[], refusal: Refusal): Promise<void>;
  /** The server has none of these any more (an older backup was restored): they are to be sent again. */
  markLost(database: string, ids: readonly string[]): Promise<void>;
  /** What the server is not known to hold, refused rows last. */
  unsent(database: string): readonly Row[];
};

export type Received = { readonly document: Document; readonly rev: string };

export const receiver = (
  collections: Record<DatabaseType, RxCollection<Row>>,
  rows: (database: string) => ReadonlyMap<string, Row>,
): Receiver => {
  const modify = (database: string, changes: readonly (readonly [id: string, change: Change])[], onDisk = noIds) => {
    const here = changes.filter(([id]) => rows(database).has(id) || onDisk.has(id));
    const byRow = new Map(here.map(([id, change]) => [rowId(database, id), change]));
    return modifyRows(collections[databaseTypeOf(database)], rows(database), byRow);
  };
  return {
    receive: async (database, received) => {
      const known = rows(database);
      const fresh = received.filter(({ document }) => !known.has(document._id)).map((one) => rowOf(database, one));
      // Damaged, or written before by a commit of which the browser said that it had failed.
      const onDisk = new Set((await insertRows(collections[databaseTypeOf(database)], fresh)).map(documentIdOf));
      const changed = received.filter(({ document, rev }) => rev !== known.get(document._id)?.rev);
      await modify(
        database,
        changed.map((one) => [
          one.document._id,
          (row) => (isDamaged(row) ? replaceDamaged(row, rowOf(database, one)) : met(row, one)),
        ]),
        onDisk,
      );
    },

    markSent: (database, sent) =>
      modify(
        database,
        sent.map((one) => [one.document._id, (row) => acknowledged(row, one)]),
      ),

    markRefused: (database, documents, refused) =>
      modify(
        database,
        documents.map((document) => [
          document._id,
          (row) => (row.sent || !dominates(document, row.document) ? row : { ...row, refused }),
        ]),
      ),

    markLost: (database, ids) =>
      modify(
        database,
        ids.map((id) => [id, (row) => ({ ...row, rev: "", sent: false })]),
      ),

    unsent: (database) =>
      [...rows(database).values()]
        .filter((row) => !row.sent)
        .sort((a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined)),
  };
};

const noIds: ReadonlySet<string> = new Set();

const rowOf = (database: string, { document, rev }: Received): Row => ({
  id: rowId(database, document._id),
  document,
  rev,
  sent: true,
});

/**
 * The two versions joined; of a record that was begun anew the server's own where nothing is only here; sent only if the server's own already
 * holds all of it. What was refused is tried again where the server's version brought something new, for the reason may be gone.
 */
const met = (row: Row, { document, rev }: Received): Row => {
  if (isBegunAnew(row, { document, rev })) return { ...row, document, rev };
  const joined = merge(mergeRuleOf(document), row.document, document);
  const { refused, ...rest } = row;
  const sent = dominates(document, joined);
  const stays = refused && !sent && dominates(row.document, joined);
  return { ...rest, document: sent ? document : joined, rev, sent, ...(stays && { refused }) };
};

/** A server that was put back may have begun anew what it had before something was sent from here: its version follows no later one. */
const isBegunAnew = (row: Row, { document, rev }: Received): boolean =>
  row.sent &&
  floorOf(document.stamps.seen) > floorOf(row.document.stamps.seen) &&
  Number.parseInt(rev, 10) > (Number.parseInt(row.rev, 10) || 0) &&
  [...writesOf(row.document).values()].every((values) =>
    [...values.keys()].every((stamp) => vectorIncludes(document.stamps.seen, stamp)),
  );

const acknowledged = (row: Row, { document, rev }: Received): Row => {
  const { refused: _refused, ...rest } = row;
  return { ...rest, rev, sent: dominates(document, row.document) };
};
