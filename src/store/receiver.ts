import type { RxCollection } from "rxdb/plugins/core";
import { homeOf } from "../domain/databases.ts";
import type { Document } from "../domain/document.ts";
import type { Home } from "../domain/kind.ts";
import { kindNamed } from "../domain/kinds.ts";
import { includes, merge } from "../domain/merge.ts";
import { modifyRow } from "./modify-row.ts";
import { type Refusal, type Row, rowId } from "./row.ts";

/** What sync may do to the store. It merges and marks; it never decides about content. */
export type Receiver = {
  /** Merges what the server has into what is here. Answers after the commit. */
  receive(database: string, received: readonly Received[]): Promise<void>;
  /** The server took these versions as these revisions. A version written since then stays unsent. */
  markSent(database: string, sent: readonly Received[]): Promise<void>;
  /** The server refused this version; the row stays and waits for a person. */
  markRefused(database: string, document: Document, refusal: Refusal): Promise<void>;
  /** What the server is not known to hold, refused rows last. */
  unsent(database: string): readonly Row[];
};

export type Received = { readonly document: Document; readonly rev: string };

export const receiver = (
  collections: Record<Home, RxCollection<Row>>,
  rows: (database: string) => ReadonlyMap<string, Row>,
): Receiver => ({
  receive: async (database, received) => {
    const collection = collections[homeOf(database)];
    const known = rows(database);
    const fresh = received.filter(({ document }) => !known.has(document._id)).map((one) => rowOf(database, one));
    const { error } = fresh.length > 0 ? await collection.bulkInsert(fresh) : { error: [] };
    const taken = new Set(error.map(({ documentId }) => documentId));
    const others = received.filter(
      ({ document }) => known.has(document._id) || taken.has(rowId(database, document._id)),
    );
    const changed = others.filter((one) => one.rev !== known.get(one.document._id)?.rev);
    await Promise.all(
      changed.map((one) => modifyRow(collection, rowId(database, one.document._id), (row) => met(row, one))),
    );
  },

  markSent: async (database, sent) => {
    const collection = collections[homeOf(database)];
    await Promise.all(
      sent.map((one) => modifyRow(collection, rowId(database, one.document._id), (row) => acknowledged(row, one))),
    );
  },

  markRefused: (database, document, refused) =>
    modifyRow(collections[homeOf(database)], rowId(database, document._id), (row) =>
      includes(document, row.document) ? { ...row, refused } : row,
    ),

  unsent: (database) =>
    [...rows(database).values()]
      .filter((row) => !row.sent)
      .sort((a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined)),
});

const rowOf = (database: string, { document, rev }: Received): Row => ({
  id: rowId(database, document._id),
  document,
  rev,
  sent: true,
});

/** The two versions joined; sent only if the server's own already holds all of it. */
const met = (row: Row, { document, rev }: Received): Row => {
  const rule = kindNamed(document.kind)?.rule ?? (() => "newest" as const);
  const joined = merge(rule, row.document, document);
  const { refused, ...rest } = row;
  const sent = includes(document, joined);
  return { ...rest, document: sent ? document : joined, rev, sent, ...(refused && !sent && { refused }) };
};

const acknowledged = (row: Row, { document, rev }: Received): Row => {
  const { refused: _refused, ...rest } = row;
  return { ...rest, rev, sent: includes(document, row.document) };
};
