import { dominates, merge } from "../domain/merge/merge.ts";
import { counterHere, unseenBy } from "../domain/merge/never-sent.ts";
import { floorOf, vectorIncludes } from "../domain/merge/stamps.ts";
import { writesOf } from "../domain/merge/writes.ts";
import type { Document } from "../domain/model/document.ts";
import { mergeRuleOf } from "../domain/model/kinds.ts";
import { type Collections, collectionOf } from "./collections.ts";
import { type Change, insertRows, modifyRows, replaceDamaged } from "./modify-rows.ts";
import { documentIdOf, isDamaged, type Refusal, type Row, rowId } from "./row.ts";

/** What sync may do to the store. It merges and marks; it never decides about content. */
export type Receiver = {
  /**
   * Merges what the server has into what is here. Answers after the commit. `inDoubt`: what was sent and not answered (`writesHere`); where that
   * is not known, everything may have been.
   */
  receive(database: string, received: readonly Received[], inDoubt?: InDoubt): Promise<void>;
  /** Of each of these rows this phone's last write. */
  writesHere(database: string, rows: readonly Row[]): InDoubt;
  /** The server took these versions as these revisions. A version written since then stays unsent. */
  markSent(database: string, sent: readonly Received[]): Promise<void>;
  /** The server refused these versions; the rows stay and wait for a person. */
  markRefused(database: string, documents: readonly Document[], refusal: Refusal): Promise<void>;
  /** The server has none of these any more (an older backup was restored): they are to be sent again. */
  markLost(database: string, ids: readonly string[]): Promise<void>;
  /** What the server is not known to hold, refused rows last. */
  unsent(database: string): readonly Row[];
};

/** Counters of this phone's last write to some documents, by their ids. */
export type InDoubt = Readonly<Record<string, number>>;

export type Received = { readonly document: Document; readonly rev: string };

export const receiver = (
  collections: Collections,
  rows: (database: string) => ReadonlyMap<string, Row>,
  /** This phone's name in the stamps of a database. */
  deviceIn: (database: string) => string,
): Receiver => {
  const modify = (database: string, changes: readonly (readonly [id: string, change: Change])[], onDisk = noIds) => {
    const here = changes.filter(([id]) => rows(database).has(id) || onDisk.has(id));
    const byRow = new Map(here.map(([id, change]) => [rowId(database, id), change]));
    return modifyRows(collectionOf(collections, database), rows(database), byRow);
  };
  return {
    receive: async (database, received, inDoubt) => {
      const device = deviceIn(database);
      const known = rows(database);
      const fresh = received.filter(({ document }) => !known.has(document._id)).map((one) => rowOf(database, one));
      // Damaged, or written before by a commit of which the browser said that it had failed.
      const onDisk = new Set((await insertRows(collectionOf(collections, database), fresh)).map(documentIdOf));
      const changed = received.filter(({ document, rev }) => rev !== known.get(document._id)?.rev);
      await modify(
        database,
        changed.map((one) => [
          one.document._id,
          (row) =>
            isDamaged(row)
              ? replaceDamaged(row, rowOf(database, one))
              : met(row, one, { device, inDoubt: inDoubt && (inDoubt[one.document._id] ?? 0) }),
        ]),
        onDisk,
      );
    },

    markSent: (database, sent) =>
      modify(
        database,
        sent.map((one) => [one.document._id, (row) => acknowledged(row, one, deviceIn(database))]),
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
        ids.map((id) => [
          id,
          (row) => ({
            ...row,
            rev: "",
            sent: false,
            ...(row.sent && { taken: counterHere(row.document, deviceIn(database)) }),
          }),
        ]),
      ),

    writesHere: (database, some) =>
      Object.fromEntries(some.map(({ document }) => [document._id, counterHere(document, deviceIn(database))])),

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
const met = (row: Row, { document, rev }: Received, own: OwnWrites): Row => {
  if (isBegunAnew(row, { document, rev })) return { ...row, document, rev };
  const rule = mergeRuleOf(document);
  const joined = merge(rule, unclaimed(row, document, own), document);
  const { refused, taken: _before, ...rest } = row;
  const sent = dominates(document, joined);
  const stays = refused && !sent && dominates(row.document, joined);
  const taken = sent ? undefined : takenOf(row, own.device);
  return {
    ...rest,
    document: sent ? document : joined,
    rev,
    sent,
    ...(taken !== undefined && { taken }),
    ...(stays && { refused }),
  };
};

/** This phone's name in the stamps, and its last write that was sent and not answered; not there where that is not known. */
type OwnWrites = { readonly device: string; readonly inDoubt: number | undefined };

/** What is here, none of which the other version claims to have seen though it never left this phone. */
const unclaimed = ({ document, sent, taken }: Row, theirs: Document, { device, inDoubt }: OwnWrites): Document =>
  sent || taken === undefined || inDoubt === undefined
    ? document
    : unseenBy(mergeRuleOf(theirs), document, theirs, { device, after: Math.max(taken, inDoubt) });

/** What may be at the server of this row, whatever the version that was met there claims to have seen. */
const takenOf = (row: Row, device: string): number | undefined =>
  row.sent ? counterHere(row.document, device) : row.taken;

/** A server that was put back may have begun anew what it had before something was sent from here: its version follows no later one. */
const isBegunAnew = (row: Row, { document, rev }: Received): boolean =>
  row.sent &&
  floorOf(document.stamps.seen) > floorOf(row.document.stamps.seen) &&
  Number.parseInt(rev, 10) > (Number.parseInt(row.rev, 10) || 0) &&
  [...writesOf(row.document).values()].every((values) =>
    [...values.keys()].every((stamp) => vectorIncludes(document.stamps.seen, stamp)),
  );

const acknowledged = (row: Row, { document, rev }: Received, device: string): Row => {
  const { refused: _refused, taken: _before, ...rest } = row;
  const sent = dominates(document, row.document);
  const before = takenOf(row, device);
  const taken = sent || before === undefined ? undefined : Math.max(before, counterHere(document, device));
  return { ...rest, rev, sent, ...(taken !== undefined && { taken }) };
};
