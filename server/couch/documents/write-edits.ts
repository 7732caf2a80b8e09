import { hashRevision } from "../revisions/hash-revision.ts";
import { findRevision, isLeaf, leavesOf, pathOf, type RevisionNode } from "../revisions/revision-tree.ts";
import type { Draft } from "./draft.ts";
import { bodyOf } from "./find-document.ts";
import { openPendingDocuments, type PendingDocument } from "./pending-document.ts";
import { hashedAttachments, type Resolved, resolveAttachments, storeBlobs, stubsOf } from "./resolve-attachments.ts";
import { savePendingDocument } from "./save-pending-document.ts";
import { revisionsMember, storedText, withMembers } from "./stored-text.ts";
import { type Check, CONFLICT, type WriteContext, type Written } from "./write-context.ts";

type Edit = {
  readonly draft: Draft;
  readonly work: PendingDocument;
  readonly parent: RevisionNode | undefined;
  readonly attachments: Resolved;
  readonly check: Check;
};

/**
 * Writes edits as clients make them: each needs the leaf it continues, or a document that is absent or deleted.
 * All are judged against what was stored before, then applied one after the other. Answers in the given order.
 */
export const writeEdits = (context: WriteContext, drafts: readonly Draft[]): Written[] => {
  const { database } = context;
  const open = openPendingDocuments(database);
  const edits = drafts.map((draft) => prepare(context, draft, open(draft.id)));
  const ready = edits.filter((edit) => edit !== undefined);
  const verdicts = context.validate(ready.map(({ check }) => check));
  const errors = new Map(ready.map((edit, i) => [edit, verdicts[i]]));
  const changed = new Set<PendingDocument>();
  const written = drafts.map((draft, i): Written => {
    const edit = edits[i];
    const error = edit ? errors.get(edit) : CONFLICT;
    const rev = edit && !error ? apply(context, edit) : undefined;
    if (!edit || rev === undefined) return { id: draft.id, rev: "", error: error ?? CONFLICT };
    changed.add(edit.work);
    return { id: draft.id, rev };
  });
  for (const work of changed) savePendingDocument(database, work);
  return written;
};

/** Undefined for a conflict. */
const prepare = ({ database }: WriteContext, draft: Draft, work: PendingDocument): Edit | undefined => {
  const { tree, row } = work;
  const place = draft.hashes.length > 0 ? findRevision(tree, draft.start, draft.hashes[0] ?? "") : -1;
  const parent = tree[place];
  if (draft.hashes.length > 0 ? !parent || !isLeaf(tree, place) : row && !row.deleted) return undefined;
  const body = parent && row && bodyOf(database, row, parent.body);
  const origin = { id: draft.id, parent: stubsOf(body), generation: draft.start + 1, keepRevpos: false };
  const attachments = resolveAttachments(draft.attachments, origin);
  const newDoc = () => checkText(draft, attachments);
  const path = parent && pathMember(tree, parent);
  const oldDoc = () => (path && body ? withMembers(body, [path]) : null);
  return { draft, work, parent, attachments, check: { id: draft.id, newDoc, oldDoc } };
};

const pathMember = (tree: PendingDocument["tree"], node: RevisionNode): string =>
  revisionsMember(
    node.generation,
    pathOf(tree, node).map(({ hash }) => hash),
  );

/** What a validation function sees as `newDoc`: still with the revision that it continues. */
const checkText = ({ id, start, hashes, text, deleted }: Draft, { stubs }: Resolved): string => {
  const parent = hashes[0];
  const whole = storedText(id, parent === undefined ? "" : `${start}-${parent}`, text, deleted, stubs);
  return parent === undefined ? whole.replace(',"_rev":""', "") : withMembers(whole, [revisionsMember(start, hashes)]);
};

/** The new revision; undefined for a conflict with what the same batch did before. */
const apply = ({ database }: WriteContext, { draft, work, parent, attachments }: Edit): string | undefined => {
  const below = parentNow(draft, work, parent);
  if (below === "conflict") return undefined;
  const from = below ?? ROOT;
  const hash = hashRevision(from, draft.deleted, draft.fields, draft.text, hashedAttachments(attachments.stubs));
  const generation = from.generation + 1;
  if (findRevision(work.tree, generation, hash) >= 0) return undefined;
  const rev = `${generation}-${hash}`;
  const body = ++database.counters.bodies;
  storeBlobs(database, attachments.blobs);
  const whole = storedText(draft.id, rev, draft.text, draft.deleted, attachments.stubs);
  work.fresh.push({ key: body, body: whole });
  work.tree.push({ generation, hash, parent: below ? work.tree.indexOf(below) : -1, body, deleted: draft.deleted });
  return rev;
};

const ROOT = { generation: 0, hash: "" };

/** What the edit continues by now; a new document written over a tombstone continues the tombstone. */
const parentNow = (
  draft: Draft,
  { tree }: PendingDocument,
  parent: RevisionNode | undefined,
): RevisionNode | undefined | "conflict" => {
  if (tree.length === 0) return undefined;
  const winner = leavesOf(tree)[0] as RevisionNode;
  if (winner.deleted) return draft.hashes.length === 0 && !draft.deleted ? winner : "conflict";
  return parent && isLeaf(tree, tree.indexOf(parent)) ? parent : "conflict";
};
