import { editsOf } from "../merge/edits-of.ts";
import type { Document } from "../model/document.ts";
import type { Child } from "../model/kinds/child.ts";
import { type ChildBlock, childBlocks } from "./blocks.ts";

/** Who wrote last in a block, and when; nothing where nobody did since the form was begun. */
export const lastWritten = (
  child: Child,
  block: ChildBlock,
): { readonly by: string; readonly at: string } | undefined => {
  const ofBlock = new Set<string>(childBlocks[block]);
  return editsOf(child as unknown as Document).find(({ fields }) => fields.some((field) => ofBlock.has(field)));
};
