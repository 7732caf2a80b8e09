import { revisionText } from "../revisions/revision.ts";
import { leavesOf, type RevisionNode, type RevisionTree } from "../revisions/revision-tree.ts";
import { stemTree } from "../revisions/stem-tree.ts";
import { writeTree } from "../revisions/tree-text.ts";
import { type Database, staleIn } from "../store/database.ts";
import { isDesignId } from "./document-id.ts";
import { bodyOf } from "./find-document.ts";
import type { PendingDocument } from "./pending-document.ts";

/** Writes a changed document with a new sequence: the winner into its row, all other bodies beside it. */
export const savePendingDocument = (database: Database, work: PendingDocument): void => {
  const tree = stemTree(work.tree, database.revsLimit);
  const leaves = leavesOf(tree);
  const winner = leaves[0] as RevisionNode;
  const { counters } = database;
  const body = freshBody(work, winner.body) ?? (work.row && bodyOf(database, work.row, winner.body)) ?? "";
  const isNew = tree.length === 1 && !work.row;
  if (!isNew) arrangeBodies(database, work, winner.body, tree);

  const seq = ++counters.seq;
  const rest = leaves.length === 1 ? "" : leaves.slice(1).map(leafText).join("");
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

const leafText = (leaf: RevisionNode): string => `,{"rev":${JSON.stringify(revisionText(leaf))}}`;

const freshBody = ({ fresh }: PendingDocument, key: number): string | undefined =>
  fresh.find((one) => one.key === key)?.body;

/** `tree`: what is left of the work's own. */
const arrangeBodies = (database: Database, work: PendingDocument, winner: number, tree: RevisionTree): void => {
  const kept = new Set(tree.map((node) => node.body));
  moveBodies(database, work, winner, kept);
  if (tree !== work.tree) dropBodies(database, work.tree, kept);
};

/** Puts every body that does not win beside the row; takes out one that wins again. */
const moveBodies = (database: Database, work: PendingDocument, winner: number, kept: ReadonlySet<number>): void => {
  const { row, fresh } = work;
  const insert = "INSERT INTO $bodies VALUES (?, ?)";
  for (const { key, body } of fresh) if (key !== winner && kept.has(key)) database.sql(insert).run(key, body);
  if (!row || row.key === winner) return;
  if (kept.has(row.key) && row.key !== 0) {
    const stale = staleIn(database);
    database.sql(insert).run(row.key, row.body);
    database.stale = stale + 1;
  }
  if (freshBody(work, winner) === undefined) database.sql("DELETE FROM $bodies WHERE key = ?").run(winner);
};

const dropBodies = (database: Database, before: readonly RevisionNode[], kept: ReadonlySet<number>): void => {
  for (const { body } of before) {
    if (body !== 0 && !kept.has(body)) database.sql("DELETE FROM $bodies WHERE key = ?").run(body);
  }
};
