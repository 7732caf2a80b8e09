import { authorIn } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { erase, isFullyErased } from "../../../src/domain/model/erase.ts";
import { isReadable } from "../../../src/domain/model/is-readable.ts";
import { kindNamed } from "../../../src/domain/model/kinds.ts";
import type { ChangedDocument, ChangeHandler } from "../catch-up.ts";
import { serverAuthor } from "../server-author.ts";
import { writeEach } from "../stored-documents.ts";

/** What was written about a record without having seen that it expired is erased, too. */
export const eraseAgain: ChangeHandler = async (couch, database, changed) => {
  const over = changed.flatMap((document) => {
    const { erased } = document as Document & { readonly erased?: Erased };
    return erased?.why === "expired" ? (emptied(database, document, erased) ?? []) : [];
  });
  return (await writeEach(couch, database, over)) !== "again";
};

type Erased = Parameters<typeof erase>[2];

/** A placeholder in the place of a document; nothing where there is nothing to take away, or a newer server made it. */
export const emptied = (
  database: string,
  { _rev, _conflicts, ...document }: ChangedDocument,
  erased: Erased,
): object | undefined => {
  const kind = isReadable(document) && kindNamed(document.kind);
  if (!kind || isFullyErased(kind, document)) return undefined;
  return { ...erase(kind, document, erased, authorIn(serverAuthor(`${erased.at}T00:00:00.000Z`), database)), _rev };
};
