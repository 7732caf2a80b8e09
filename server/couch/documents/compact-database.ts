import { leavesOf } from "../revisions/revision-tree.ts";
import { readTree, writeTree } from "../revisions/tree-text.ts";
import type { Database, DocumentRow } from "../store/database.ts";
import { stubsOf } from "./resolve-attachments.ts";

/** Forgets the bodies of all revisions that are no leaves, then the attachments that no body refers to. */
export const compactDatabase = (database: Database): void => {
  const rows = database.sql("SELECT seq, tree FROM $documents").all() as Pick<DocumentRow, "seq" | "tree">[];
  const kept = new Set<number>();
  for (const { seq, tree } of rows) {
    const nodes = readTree(tree);
    const leaves = new Set(leavesOf(nodes));
    for (const leaf of leaves) kept.add(leaf.body);
    if (!nodes.some((node) => node.body !== 0 && !leaves.has(node))) continue;
    const bare = nodes.map((node) => (leaves.has(node) ? node : { ...node, body: 0 }));
    database.sql("UPDATE $documents SET tree = ? WHERE seq = ?").run(writeTree(bare), seq);
  }
  const keys = database.sql("SELECT key FROM $bodies").pluck().all() as number[];
  for (const key of keys) if (!kept.has(key)) database.sql("DELETE FROM $bodies WHERE key = ?").run(key);
  dropAttachments(database);
};

const dropAttachments = (database: Database): void => {
  const used = new Set<unknown>();
  const withAttachments = `WHERE body LIKE '%"_attachments":%'`;
  for (const table of ["$documents", "$bodies"]) {
    const bodies = database.sql(`SELECT body FROM ${table} ${withAttachments}`).pluck().all() as string[];
    for (const body of bodies) for (const { digest } of Object.values(stubsOf(body))) used.add(digest);
  }
  const digests = database.sql("SELECT digest FROM $attachments").pluck().all() as string[];
  for (const digest of digests)
    if (!used.has(digest)) database.sql("DELETE FROM $attachments WHERE digest = ?").run(digest);
};
