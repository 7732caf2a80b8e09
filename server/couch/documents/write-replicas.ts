import { isServerAdmin } from "../accounts/user-context.ts";
import { mergePath } from "../revisions/merge-path.ts";
import {
  findRevision,
  isLeaf,
  leavesOf,
  pathOf,
  type RevisionNode,
  type RevisionTree,
} from "../revisions/revision-tree.ts";
import type { Draft } from "./draft.ts";
import { bodyOf } from "./find-document.ts";
import { openPendingDocuments, type PendingDocument } from "./pending-document.ts";
import { type Resolved, resolveAttachments, storeBlobs, stubsOf } from "./resolve-attachments.ts";
import { savePendingDocument } from "./save-pending-document.ts";
import { revisionsMember, storedText, withMembers } from "./stored-text.ts";
import type { Check, RowError, WriteContext, Written } from "./write-context.ts";

type Replica = {
  readonly draft: Draft;
  readonly work: PendingDocument;
  readonly attachments: Resolved;
  /** One for each version that it would stand beside or follow; all have to agree. */
  readonly checks: readonly Check[];
};

/**
 * Writes revisions that were made elsewhere (`new_edits: false`) into the trees, whatever they conflict with. What is
 * known already is passed over in silence. Answers only those that validation refused.
 */
export const writeReplicas = (context: WriteContext, drafts: readonly Draft[]): Written[] => {
  const { database } = context;
  const open = openPendingDocuments(database);
  const replicas = drafts
    .map((draft) => prepare(context, withinLimit(draft, database.revsLimit), open(draft.id)))
    .filter((replica) => replica !== undefined);
  const verdicts = context.validate(replicas.flatMap(({ checks }) => checks));
  const changed = new Set<PendingDocument>();
  const refused: Written[] = [];
  let judged = 0;
  for (const replica of replicas) {
    const { draft, work, checks } = replica;
    const verdict = verdicts.slice(judged, judged + checks.length).find((one) => one !== undefined);
    const error = verdict ?? (isServerAdmin(context.user) ? undefined : branchError(draft, work.tree));
    judged += checks.length;
    if (error) refused.push({ id: draft.id, rev: revOf(draft), error });
    else if (apply(context, replica)) changed.add(work);
  }
  for (const work of changed) savePendingDocument(database, work);
  return refused;
};

/** CouchDB's `_revs_limit`. */
const USUAL_LIMIT = 1_000;

/** Whatever history a replica claims: what lies further back would be forgotten anyway. */
const withinLimit = (draft: Draft, limit: number): Draft => {
  const most = Math.max(limit, USUAL_LIMIT);
  return draft.hashes.length > most ? { ...draft, hashes: draft.hashes.slice(0, most) } : draft;
};

/** Versions of one document that may stand beside each other, and those that ever did. */
const MOST_LIVING = 16;
const MOST_LEAVES = 500;

/** Each version is judged, kept and merged with all others: an account may add only so many. */
const branchError = ({ start, hashes }: Draft, tree: RevisionTree): RowError | undefined => {
  const parent = findRevision(tree, start - 1, hashes[1] ?? "");
  if (parent >= 0 && isLeaf(tree, parent)) return undefined;
  const leaves = leavesOf(tree);
  const isFull = leaves.length >= MOST_LEAVES || leaves.filter(({ deleted }) => !deleted).length >= MOST_LIVING;
  return isFull ? { status: 403, error: "forbidden", reason: "too_many_conflicts" } : undefined;
};

const revOf = ({ start, hashes }: Draft): string => `${start}-${hashes[0] ?? ""}`;

/** Undefined for a revision that is known with its body. */
const prepare = ({ database }: WriteContext, draft: Draft, work: PendingDocument): Replica | undefined => {
  if (hasBody(draft, work)) return undefined;
  const ancestor = newestStored(draft, work);
  const body = ancestor && work.row && bodyOf(database, work.row, ancestor.body);
  const origin = { id: draft.id, parent: stubsOf(body), generation: draft.start, keepRevpos: true };
  const attachments = resolveAttachments(draft.attachments, origin);
  const newDoc = () => checkText(draft, attachments);
  const follows = (node: RevisionNode, text: string) => {
    const path = pathMember(work, node);
    return { id: draft.id, newDoc, oldDoc: () => withMembers(text, [path]) };
  };
  if (ancestor && body) return { draft, work, attachments, checks: [follows(ancestor, body)] };
  const besides = storedLeaves(database, work).map(({ leaf, text }) => follows(leaf, text));
  const checks = besides.length > 0 ? besides : [{ id: draft.id, newDoc, oldDoc: () => null }];
  return { draft, work, attachments, checks };
};

/**
 * A history that has nothing to do with the stored one would be judged as a new document, and win over what others wrote: it is judged
 * against every version that it would stand beside. (CouchDB asks its validation functions about a new document here.)
 */
const storedLeaves = (database: WriteContext["database"], { tree, row }: PendingDocument) =>
  leavesOf(tree).flatMap((leaf) => {
    const text = row && !leaf.deleted ? bodyOf(database, row, leaf.body) : undefined;
    return text === undefined ? [] : [{ leaf, text }];
  });

const checkText = (draft: Draft, { stubs }: Resolved): string =>
  withMembers(storedText(draft.id, revOf(draft), draft.text, draft.deleted, stubs), [
    revisionsMember(draft.start, draft.hashes),
  ]);

const pathMember = ({ tree }: PendingDocument, node: RevisionNode): string =>
  revisionsMember(
    node.generation,
    pathOf(tree, node).map(({ hash }) => hash),
  );

const hasBody = ({ start, hashes }: Draft, { tree }: PendingDocument): boolean =>
  (tree[findRevision(tree, start, hashes[0] ?? "")]?.body ?? 0) !== 0;

/** The closest ancestor of the replica whose body is stored. */
const newestStored = ({ start, hashes }: Draft, { tree }: PendingDocument): RevisionNode | undefined => {
  for (let i = 1; i < hashes.length; i++) {
    const known = tree[findRevision(tree, start - i, hashes[i] ?? "")];
    if (known) return pathOf(tree, known).find((node) => node.body !== 0);
  }
  return undefined;
};

/** False if the same batch brought the revision before. */
const apply = ({ database }: WriteContext, { draft, work, attachments }: Replica): boolean => {
  if (hasBody(draft, work)) return false;
  const body = ++database.counters.bodies;
  storeBlobs(database, attachments.blobs);
  const whole = storedText(draft.id, revOf(draft), draft.text, draft.deleted, attachments.stubs);
  work.fresh.push({ key: body, body: whole });
  mergePath(work.tree, { start: draft.start, hashes: draft.hashes, deleted: draft.deleted, body });
  return true;
};
