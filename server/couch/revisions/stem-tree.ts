import { leavesOf, pathOf, type RevisionNode, type RevisionTree } from "./revision-tree.ts";

/** Keeps the newest `limit` revisions of every branch. Gives the shortened tree, or the very same one if it is short. */
export const stemTree = (tree: RevisionTree, limit: number): RevisionTree => {
  if (tree.length <= limit) return tree;
  const kept = new Set(leavesOf(tree).flatMap((leaf) => pathOf(tree, leaf).slice(0, limit)));
  return kept.size === tree.length ? tree : keepNodes(tree, kept);
};

/** The tree of the given nodes only; parents outside of it are forgotten. */
export const keepNodes = (tree: RevisionTree, kept: ReadonlySet<RevisionNode>): RevisionTree => {
  const places = new Map<number, number>();
  for (const [place, node] of tree.entries()) if (kept.has(node)) places.set(place, places.size);
  return tree.filter((node) => kept.has(node)).map((node) => ({ ...node, parent: places.get(node.parent) ?? -1 }));
};
