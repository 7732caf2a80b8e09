import { type Revision, revisionText } from "../revisions/revision.ts";
import { findRevision, isLeaf, leavesOf, pathOf, type RevisionNode } from "../revisions/revision-tree.ts";
import { keepNodes } from "../revisions/stem-tree.ts";
import type { Database } from "../store/database.ts";
import { isDesignId } from "./document-id.ts";
import { findDocument } from "./find-document.ts";
import { savePendingDocument } from "./save-pending-document.ts";

/**
 * Removes leaves as if they had never been, with what leads to them only. Answers those that were leaves. A document
 * without leaves is gone without a tombstone.
 */
export const purgeDocument = (database: Database, id: string, revisions: readonly Revision[]): string[] => {
  const document = findDocument(database, id);
  if (!document) return [];
  const { tree, row } = document;
  const places = revisions.map(({ generation, hash }) => findRevision(tree, generation, hash));
  const purged = new Set(
    places.filter((place) => place >= 0 && isLeaf(tree, place)).map((place) => tree[place] as RevisionNode),
  );
  if (purged.size === 0) return [];
  const left = leavesOf(tree).filter((leaf) => !purged.has(leaf));
  const kept = new Set(left.flatMap((leaf) => pathOf(tree, leaf)));
  for (const { body } of tree.filter((node) => !kept.has(node))) {
    if (body !== row.key) database.sql("DELETE FROM $bodies WHERE key = ?").run(body);
  }
  database.counters.purges++;
  if (left.length === 0) {
    database.sql("DELETE FROM $documents WHERE id = ?").run(id);
    database.counters[row.deleted ? "dead" : "living"]--;
    if (isDesignId(id)) database.designs++;
  } else savePendingDocument(database, { id, row, tree: keepNodes(tree, kept), fresh: [] });
  return [...purged].map(revisionText);
};
