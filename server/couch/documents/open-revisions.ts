import { type Revision, revisionText } from "../revisions/revision.ts";
import { findRevision, leavesBelow, leavesOf, type RevisionNode } from "../revisions/revision-tree.ts";
import type { Database } from "../store/database.ts";
import { bodyOf, findDocument, type StoredDocument } from "./find-document.ts";

/** One asked-for revision: found, or the text of a revision whose body is not there. */
export type Opened = { readonly document: StoredDocument; readonly node: RevisionNode } | { readonly missing: string };

/**
 * The revisions asked for, each once; with `latest` the leaves that descend from them. "all": all leaves, none for
 * an unknown document.
 */
export const openRevisions = (
  database: Database,
  id: string,
  revisions: readonly Revision[] | "all",
  latest = false,
): Opened[] => {
  const document = findDocument(database, id);
  if (!document) return revisions === "all" ? [] : revisions.map((revision) => ({ missing: revisionText(revision) }));
  if (revisions === "all") return leavesOf(document.tree).map((node) => opened(database, document, node));
  const found = new Set<RevisionNode>();
  const missing: Opened[] = [];
  for (const revision of revisions) {
    const place = findRevision(document.tree, revision.generation, revision.hash);
    const node = document.tree[place];
    if (!node) missing.push({ missing: revisionText(revision) });
    else if (latest) for (const leaf of leavesBelow(document.tree, place)) found.add(leaf);
    else found.add(node);
  }
  return [...[...found].map((node) => opened(database, document, node)), ...missing];
};

const opened = (database: Database, document: StoredDocument, node: RevisionNode): Opened =>
  bodyOf(database, document.row, node.body) === undefined ? { missing: revisionText(node) } : { document, node };
