import type { RevisionNode, RevisionTree } from "./revision-tree.ts";

const WIDTH = 5;

/** A tree as stored: one flat JSON list, five values per revision. */
export const writeTree = (tree: RevisionTree): string => `[${tree.map(nodeText).join(",")}]`;

const nodeText = ({ generation, hash, parent, body, deleted }: RevisionNode): string =>
  `${generation},${JSON.stringify(hash)},${parent},${body},${deleted ? 1 : 0}`;

export const readTree = (text: string): RevisionTree => {
  const flat = JSON.parse(text) as (number | string)[];
  const tree: RevisionTree = [];
  for (let i = 0; i < flat.length; i += WIDTH) {
    tree.push({
      generation: flat[i] as number,
      hash: flat[i + 1] as string,
      parent: flat[i + 2] as number,
      body: flat[i + 3] as number,
      deleted: flat[i + 4] === 1,
    });
  }
  return tree;
};
