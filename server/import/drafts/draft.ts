import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import type { ImportError } from "../source/import-error.ts";
import type { Origin } from "../source/row.ts";

/** A document that is to be written, with the row that it comes from. */
export type Draft = {
  readonly document: NewDocument;
  readonly database: string;
  readonly origin: Origin;
  /** When it was first made, in UTC, where the file knows. */
  readonly at?: string;
};

/** What one part of an import comes to. */
export type Drafts = {
  readonly drafts: readonly Draft[];
  readonly errors: readonly ImportError[];
  /** How many records of the files have no document of ours, by what they are. */
  readonly leftOut: Readonly<Record<string, number>>;
};
