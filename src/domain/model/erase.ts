import { type Author, nextVersion } from "../merge/next-version.ts";
import { contentFields, type Document } from "./document.ts";
import { type Erasure, type Kind, traitsOf } from "./kind.ts";

/**
 * Takes the content of a document away and leaves a placeholder, which replaces the copies on every phone as any newer version
 * does. What is fixed stays, for it is ids only. A value that somebody wrote unseen of the erasure survives the merge, so that it
 * can be carried to where the document went, or erased in its turn. Erasing twice is erasing once.
 */
export const erase = (kind: Kind, document: Document, erased: Erasure, author: Author): Document => {
  if (isFullyErased(kind, document)) return document;
  const kept = Object.entries(document).filter(([field]) => !removable(kind, document).includes(field));
  const after = { ...Object.fromEntries(kept), rivals: {}, erased: document.erased ?? erased };
  return nextVersion(() => "newest", document, after as unknown as Document, author);
};

/** True when nothing is left that could be taken away. */
export const isFullyErased = (kind: Kind, document: Document): boolean =>
  "erased" in document && removable(kind, document).length === 0 && Object.keys(document.rivals ?? {}).length === 0;

const removable = (kind: Kind, document: Document): readonly string[] =>
  contentFields(document).filter((field) => field !== "erased" && !traitsOf(kind.fields[field])?.fixed);
