import type { Stamp, Stamps } from "../merge/stamps.ts";

/** What every document carries, whatever its kind. `_rev` is the transport's and never part of it here. */
export type Header = {
  readonly _id: string;
  readonly kind: string;
  /** Version of the kind's schema that wrote it. */
  readonly v: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly createdDevice: string;
  readonly stamps: Stamps;
  /** Fields that several people wrote without having seen each other's value: all the values, newest first. */
  readonly rivals?: Readonly<Record<string, readonly Sibling[]>>;
};

/** A stamp with the value written; no second part where the write removed the field. */
export type Sibling = readonly [Stamp, unknown] | readonly [Stamp];

export type Document = Header & { readonly [field: string]: unknown };

/** Who began a document, when and on which phone, so that the earlier of two is less. */
export const beginningOf = ({ createdAt, createdBy, createdDevice }: Header): string =>
  `${createdAt} ${createdBy} ${createdDevice}`;

const headerFields: ReadonlySet<string> = new Set([
  "kind",
  "v",
  "createdAt",
  "createdBy",
  "createdDevice",
  "stamps",
  "rivals",
]);

/**
 * Names of the fields that carry content, present in this version of the document. What begins with `_` is CouchDB's own; what is
 * called as every object's own methods are (`toString`) is nobody's field, and would be found where nothing was written.
 */
export const contentFields = (document: object): string[] => Object.keys(document).filter(isContent);

export const isContent = (field: string): boolean =>
  !headerFields.has(field) && !field.startsWith("_") && !(field in anyObject);

const anyObject = {};
