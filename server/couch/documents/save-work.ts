import { revisionText } from "../revisions/revision.ts";
import { leavesOf, type RevisionNode } from "../revisions/revision-tree.ts";
import { stemTree } from "../revisions/stem-tree.ts";
import { writeTree } from "../revisions/tree-text.ts";
import type { Database } from "../store/database.ts";
import { isDesignId } from "./document-id.ts";
import { bodyOf } from "./find-document.ts";
import type { Work } from "./open-work.ts";

/** Writes a changed document with a new sequence: the winner into its row, all other bodies beside it. */
export const saveWork = (database: Database, work: Work): void => {
  const before = work.tree;
  const tree = stemTree(before, database.revsLimit);
  const leaves = leavesOf(tree);
  const winner = leaves[0] as RevisionNode;
  const { counters } = database;
  const body = work.fresh.get(winner.body) ?? (work.row && bodyOf(database, work.row, winner.body)) ?? "";
  const kept = new Set(tree.map((node) => node.body));
  moveBodies(database, work, winner.body, kept);
  if (tree !== before) dropBodies(database, before, kept);

  const seq = ++counters.seq;
  const rest = leaves
    .slice(1)
    .map((leaf) => `,{"rev":${JSON.stringify(revisionText(leaf))}}`)
    .join("");
  const deleted = winner.deleted ? 1 : 0;
  const values = [seq, revisionText(winner), deleted, rest, winner.body, writeTree(tree), body, work.id];
  if (work.row) {
    database
      .sql("UPDATE $documents SET seq = ?, rev = ?, deleted = ?, leaves = ?, key = ?, tree = ?, body = ? WHERE id = ?")
      .run(values);
    counters[work.row.deleted ? "dead" : "living"]--;
  } else {
    database
      .sql("INSERT INTO $documents (seq, rev, deleted, leaves, key, tree, body, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(values);
  }
  counters[deleted ? "dead" : "living"]++;
  if (isDesignId(work.id)) database.designs++;
};

/** Puts every body that does not win beside the row; takes out one that wins again. */
const moveBodies = (database: Database, { row, fresh }: Work, winner: number, kept: ReadonlySet<number>): void => {
  const insert = "INSERT INTO $bodies VALUES (?, ?)";
  for (const [key, body] of fresh) if (key !== winner && kept.has(key)) database.sql(insert).run(key, body);
  if (!row || row.key === winner) return;
  if (kept.has(row.key) && row.key !== 0) {
    database.sql(insert).run(row.key, row.body);
    database.stale++;
  }
  if (!fresh.has(winner)) database.sql("DELETE FROM $bodies WHERE key = ?").run(winner);
};

const dropBodies = (database: Database, before: readonly RevisionNode[], kept: ReadonlySet<number>): void => {
  for (const { body } of before) {
    if (body !== 0 && !kept.has(body)) database.sql("DELETE FROM $bodies WHERE key = ?").run(body);
  }
};
