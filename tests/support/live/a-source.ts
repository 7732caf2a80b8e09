import type { Document } from "../../../src/domain/model/document.ts";
import type { DeliveryState, Source } from "../../../src/live/records.ts";
import { type Row, rowId } from "../../../src/store/row.ts";

type Hands = {
  put(database: string, document: object, sending?: DeliveryState): void;
  /** Nothing of this database is there any more; nobody is told. */
  forget(database: string): void;
};

/** A store in memory: `put` writes a version of a document and tells whoever follows. */
export const aSource = (): Source & Hands => {
  const databases = new Map<string, Map<string, Row>>();
  const listeners = new Set<(rows: readonly Row[]) => void>();
  const rows = (database: string): Map<string, Row> => {
    const known = databases.get(database) ?? new Map<string, Row>();
    databases.set(database, known);
    return known;
  };
  return {
    rows,
    databases: () => [...databases].flatMap(([name, known]) => (known.size > 0 ? [name] : [])),
    damaged: () => 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget: (database) => void databases.delete(database),
    put: (database, document, sending = { state: "sent" }) => {
      const row = rowOf(database, document as Document, sending);
      rows(database).set(row.document._id, row);
      for (const listener of listeners) listener([row]);
    },
  };
};

const rowOf = (database: string, document: Document, sending: DeliveryState): Row => ({
  id: rowId(database, document._id),
  document,
  rev: "",
  sent: sending.state === "sent",
  ...(sending.state === "needsAttention" && { refused: { reason: sending.reason, at: sending.at } }),
});
