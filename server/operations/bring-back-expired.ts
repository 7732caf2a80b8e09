import { type Author, authorIn } from "../../src/domain/merge/next-version.ts";
import { revive } from "../../src/domain/merge/revive.ts";
import { nextCounter } from "../../src/domain/merge/stamps.ts";
import type { Document } from "../../src/domain/model/document.ts";
import type { Erasure } from "../../src/domain/model/kind.ts";
import { mergeRuleOf } from "../../src/domain/model/kinds.ts";
import type { CouchClient } from "../couch-client.ts";
import { serverAuthor } from "../workers/server-author.ts";
import { type Stored, writeDocuments } from "../workers/stored-documents.ts";
import type { ExpiredContent } from "./expired-content.ts";

type Placeholder = Stored<Document> & { readonly erased?: Erasure };

/** Puts back what expired, where its placeholder still stands in its place. Answers how many records. */
export const writeBack = async (
  couch: CouchClient,
  content: readonly ExpiredContent[],
  now: string,
): Promise<number> => {
  let count = 0;
  for (const { database, documents } of content)
    for (const document of documents as readonly Stored<Document>[])
      if (await bringBack(couch, database, document, authorIn(serverAuthor(now), database))) count += 1;
  return count;
};

const bringBack = async (
  couch: CouchClient,
  database: string,
  { _rev: _before, ...document }: Stored<Document>,
  author: Author,
): Promise<boolean> => {
  const { status, body } = await couch.get<Placeholder>(`${database}/${encodeURIComponent(document._id as string)}`);
  if (status !== 200 || body.erased?.why !== "expired") return false;
  const { _rev, ...placeholder } = body;
  const back = broughtBack(placeholder as Document, document as Document, author);
  return writeDocuments(couch, database, [{ ...back, _rev }]);
};

/** The placeholder has seen all that was written before it, so everything is written anew, also what waited for a person. */
const broughtBack = (placeholder: Document, document: Document, author: Author): Document => {
  const { stamps } = document;
  const seen = { ...stamps.seen, [author.device]: nextCounter({ ...stamps.seen, ...placeholder.stamps.seen }) };
  return revive(mergeRuleOf(document), placeholder, { ...document, stamps: { ...stamps, seen } }, author);
};
