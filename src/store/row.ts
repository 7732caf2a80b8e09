import type { RxJsonSchema } from "rxdb/plugins/core";
import type { Document } from "../domain/model/document.ts";

/** A document as this device holds it, with what is known of its way to the server. */
export type Row = {
  /** `<database>/<_id>`: one person may be in the databases of two sites. */
  readonly id: string;
  readonly document: Document;
  /** The server's revision that `document` was last compared with; empty while the server has never been seen to have it. */
  readonly rev: string;
  /** True when that revision holds everything that `document` holds. */
  readonly sent: boolean;
  /**
   * Of an unsent version: the counter of this phone's last write that may be at the server. What follows it has never left this phone, whatever
   * others claim to have seen. Not there (rows of apps of before): any write may have left.
   */
  readonly taken?: number;
  /** Why the server did not take it. The row stays, unsent, until it is repaired. */
  readonly refused?: Refusal;
  /** A box that lay here and did not open; kept beside what took its place. */
  readonly damaged?: string;
};

export type Refusal = { readonly reason: string; readonly at: string };

/** A row of which only its id and a box that does not open are left. */
export const isDamaged = (row: Partial<Row>): boolean => row.document === undefined;

export const rowId = (database: string, documentId: string): string => `${database}/${documentId}`;

export const documentIdOf = (rowId: string): string => rowId.slice(rowId.indexOf("/") + 1);

export const databaseOf = (row: { readonly id: string }): string => row.id.slice(0, row.id.indexOf("/"));

/** RxDB knows the frame only; the domain's own check knows the document. Its hash lies on every phone: `taken`, which came later, is not named. */
const schema: RxJsonSchema<Omit<Row, "taken">> = {
  title: "row",
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: {
    id: { type: "string", maxLength: 200 },
    document: { type: "object" },
    rev: { type: "string" },
    sent: { type: "boolean" },
    refused: { type: "object" },
    damaged: { type: "string" },
  },
  required: ["id", "document", "rev", "sent"],
};

export const rowSchema = schema as RxJsonSchema<Row>;
