import type { RevisionTree } from "../revisions/revision-tree.ts";
import type { Database, DocumentRow } from "../store/database.ts";
import { findDocument } from "./find-document.ts";

/** A document while a batch is being applied to it. */
export type PendingDocument = {
  readonly id: string;
  /** As it was stored before. */
  readonly row: DocumentRow | undefined;
  tree: RevisionTree;
  /** Bodies that this batch adds: mostly one, so a list is lighter than a map. */
  readonly fresh: FreshBody[];
};

export type FreshBody = { readonly key: number; readonly body: string };

/** Opens each document of a batch once, however often the batch names it. */
export const openPendingDocuments = (database: Database): ((id: string) => PendingDocument) => {
  const works = new Map<string, PendingDocument>();
  return (id) => {
    const known = works.get(id);
    if (known) return known;
    const stored = findDocument(database, id);
    const work = { id, row: stored?.row, tree: stored?.tree ?? [], fresh: [] };
    works.set(id, work);
    return work;
  };
};
