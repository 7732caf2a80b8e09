import { leavesOf } from "../revisions/revision-tree.ts";
import { readTree, writeTree } from "../revisions/tree-text.ts";
import { type Database, type DocumentRow, staleIn } from "../store/database.ts";
import type { Store } from "../store/open-store.ts";
import { stubsOf } from "./resolve-attachments.ts";

const ROWS_A_STEP = 500;

/**
 * Forgets the bodies of all revisions that are no leaves, then the attachments that no body refers to. In small
 * steps, so that other requests come in between; their room is given back.
 */
export const compactDatabase = async (store: Store, database: Database): Promise<void> => {
  database.stale = 0;
  const until = database.counters.seq;
  for (let from = 0; from < until; ) from = await store.write(database, () => compactRows(database, from, until));
  await store.write(database, () => dropAttachments(database));
  await store.giveBackRoom();
};

const STALE_ENOUGH = 1000;

/** Compacts where more old bodies have piled up than there are documents. */
export const compactIfStale = async (store: Store, database: Database): Promise<void> => {
  const stale = staleIn(database);
  const isStale = stale > STALE_ENOUGH && stale > database.counters.living;
  if (isStale) await compactDatabase(store, database);
};

/** Does the next rows after `from`; gives the sequence to go on from. */
const compactRows = (database: Database, from: number, until: number): number => {
  const rows = database
    .sql("SELECT seq, tree FROM $documents WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?")
    .all(from, until, ROWS_A_STEP) as Pick<DocumentRow, "seq" | "tree">[];
  for (const { seq, tree } of rows) compactTree(database, seq, tree);
  return rows.at(-1)?.seq ?? until;
};

const compactTree = (database: Database, seq: number, text: string): void => {
  const tree = readTree(text);
  const leaves = new Set(leavesOf(tree));
  const old = tree.filter((node) => node.body !== 0 && !leaves.has(node));
  if (old.length === 0) return;
  for (const { body } of old) database.sql("DELETE FROM $bodies WHERE key = ?").run(body);
  const bare = tree.map((node) => (leaves.has(node) ? node : { ...node, body: 0 }));
  database.sql("UPDATE $documents SET tree = ? WHERE seq = ?").run(writeTree(bare), seq);
};

const dropAttachments = (database: Database): void => {
  const digests = database.sql("SELECT digest FROM $attachments").pluck().all() as string[];
  if (digests.length === 0) return;
  const used = new Set<unknown>();
  for (const table of ["$documents", "$bodies"]) {
    const bodies = database.sql(`SELECT body FROM ${table} WHERE body LIKE '%"_attachments":%'`).pluck().iterate();
    for (const body of bodies) for (const { digest } of Object.values(stubsOf(body as string))) used.add(digest);
  }
  for (const digest of digests) {
    if (!used.has(digest)) database.sql("DELETE FROM $attachments WHERE digest = ?").run(digest);
  }
};
