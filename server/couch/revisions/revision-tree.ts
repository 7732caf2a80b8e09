import { compareHashes } from "./revision.ts";

/**
 * One revision in the tree of a document.
 * `parent`: place of the parent in the same list, -1 for a root. `body`: key of the stored body, 0 where only the
 * hash is known, from somebody's history.
 */
export type RevisionNode = {
  readonly generation: number;
  readonly hash: string;
  parent: number;
  body: number;
  deleted: boolean;
};

/** All known revisions of a document. More than one root and more than one leaf are normal. */
export type RevisionTree = RevisionNode[];

export const findRevision = (tree: RevisionTree, generation: number, hash: string): number =>
  tree.findIndex((node) => node.hash === hash && node.generation === generation);

/** The leaves, winner first: living before deleted, then the longer history, then the greater hash. */
export const leavesOf = (tree: RevisionTree): RevisionNode[] => {
  if (tree.length === 1) return [...tree];
  const parents = new Set(tree.map((node) => node.parent));
  return tree.filter((_, place) => !parents.has(place)).sort(compareLeaves);
};

export const isLeaf = (tree: RevisionTree, place: number): boolean => !tree.some((node) => node.parent === place);

/** The node and its ancestors, newest first. */
export const pathOf = (tree: RevisionTree, node: RevisionNode): RevisionNode[] => {
  const path: RevisionNode[] = [];
  for (let at: RevisionNode | undefined = node; at; at = tree[at.parent]) path.push(at);
  return path;
};

/** The leaves that descend from the node at `place`, or the node itself if it is one. */
export const leavesBelow = (tree: RevisionTree, place: number): RevisionNode[] => {
  const start = tree[place];
  return leavesOf(tree).filter((leaf) => pathOf(tree, leaf).some((node) => node === start));
};

const compareLeaves = (a: RevisionNode, b: RevisionNode): number =>
  Number(a.deleted) - Number(b.deleted) || b.generation - a.generation || compareHashes(b.hash, a.hash);
