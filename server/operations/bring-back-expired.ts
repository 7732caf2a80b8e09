import { type Author, authorIn, nextVersion } from "../../src/domain/merge/next-version.ts";
import { contentFields, type Document } from "../../src/domain/model/document.ts";
import { isTombstone } from "../../src/domain/model/kind.ts";
import type { CouchClient } from "../couch-client.ts";
import { serverAuthor } from "../workers/server-author.ts";
import { type Stored, writeDocuments } from "../workers/stored-documents.ts";
import type { ExpiredContent } from "./expired-content.ts";

/** Puts back what expired, where a placeholder still stands in its place. Answers how many records. */
export const writeBack = async (
  couch: CouchClient,
  content: readonly ExpiredContent[],
  now: string,
): Promise<number> => {
  let count = 0;
  for (const { database, documents } of content) {
    const docs: object[] = [];
    for (const { _rev: _before, ...document } of documents as readonly Stored<Document>[]) {
      const { status, body } = await couch.get<Stored<Document>>(`${database}/${encodeURIComponent(document._id)}`);
      if (status !== 200 || !isTombstone(body)) continue;
      const { _rev, ...tombstone } = body;
      const back = broughtBack(tombstone as Document, document as Document, authorIn(serverAuthor(now), database));
      docs.push({ ...back, _rev });
    }
    if (await writeDocuments(couch, database, docs)) count += docs.length;
  }
  return count;
};

/** The placeholder has seen all that was written before it, so everything is written anew. */
const broughtBack = (tombstone: Document, document: Document, author: Author): Document => {
  const content = Object.fromEntries(contentFields(document).map((field) => [field, document[field]]));
  const { erased: _gone, ...left } = tombstone;
  return nextVersion(() => "newest", tombstone, { ...left, ...content } as Document, author);
};
