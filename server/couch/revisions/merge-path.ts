import { findRevision, isLeaf, type RevisionTree } from "./revision-tree.ts";

/** A revision with its history: `hashes[0]` has the generation `start`, each next one is one generation older. */
export type RevisionPath = {
  readonly start: number;
  readonly hashes: readonly string[];
  readonly deleted: boolean;
  readonly body: number;
};

/** What a merged path did: `extended` a leaf (or began the tree), `branched` off, or was `known` already. */
export type Merged = "extended" | "branched" | "known";

/** Adds a path to the tree in place. A known revision without body takes over the body of the path. */
export const mergePath = (tree: RevisionTree, path: RevisionPath): Merged => {
  const { start, hashes } = path;
  const known = findRevision(tree, start, hashes[0] ?? "");
  if (known >= 0) {
    extendRoot(tree, known, path, 0);
    fillBody(tree, known, path);
    return "known";
  }
  const isEmpty = tree.length === 0;
  let joint = 1;
  let place = -1;
  for (; joint < hashes.length && place < 0; joint++) place = findRevision(tree, start - joint, hashes[joint] ?? "");
  const extendsLeaf = place >= 0 && isLeaf(tree, place);
  if (place >= 0) {
    joint--;
    extendRoot(tree, place, path, joint);
  }
  addNodes(tree, path, joint, place);
  return extendsLeaf || isEmpty ? "extended" : "branched";
};

const fillBody = (tree: RevisionTree, place: number, path: RevisionPath): void => {
  const node = tree[place];
  if (node?.body !== 0 || path.body === 0) return;
  node.body = path.body;
  node.deleted = path.deleted;
};

/** Hangs the older part of the path under a root whose ancestors were not known (or had been stemmed away). */
const extendRoot = (tree: RevisionTree, place: number, { start, hashes }: RevisionPath, joint: number): void => {
  let child = tree[place];
  for (let i = joint + 1; i < hashes.length && child; i++) {
    const hash = hashes[i] ?? "";
    if (child.parent === -1) {
      const existing = findRevision(tree, start - i, hash);
      child.parent = existing >= 0 ? existing : tree.length;
      if (existing < 0) tree.push({ generation: start - i, hash, parent: -1, body: 0, deleted: false });
    }
    child = tree[child.parent]?.hash === hash ? tree[child.parent] : undefined;
  }
};

/** Adds `hashes[upTo - 1]` … `hashes[0]`, the oldest one below `parent`. */
const addNodes = (tree: RevisionTree, { start, hashes, deleted, body }: RevisionPath, upTo: number, parent: number) => {
  let below = parent;
  for (let i = upTo - 1; i >= 0; i--) {
    const isNewest = i === 0;
    tree.push({
      generation: start - i,
      hash: hashes[i] ?? "",
      parent: below,
      body: isNewest ? body : 0,
      deleted: isNewest && deleted,
    });
    below = tree.length - 1;
  }
};
