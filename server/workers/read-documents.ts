import type { Document } from "../../src/domain/model/document.ts";
import type { CouchClient } from "../couch-client.ts";
import type { Stored } from "./stored-documents.ts";

/** A document by its id; nothing where it is not there. Throws where it cannot be read: no answer is not the answer that it is gone. */
export const documentAt = async <D = Document>(
  couch: CouchClient,
  database: string,
  id: string,
): Promise<Stored<D> | undefined> => {
  const { status, body } = await couch.get<Stored<D>>(`${database}/${encodeURIComponent(id)}`);
  if (status !== 200 && status !== 404) throw new Error(`a document of ${database} cannot be read: ${status}`);
  return status === 200 ? body : undefined;
};

/** Those of some documents that are there, in the order of their ids. Throws where they cannot be read. */
export const documentsAt = async <D = Document>(
  couch: CouchClient,
  database: string,
  ids: readonly string[],
): Promise<readonly D[]> => {
  if (ids.length === 0) return [];
  const { status, body } = await couch.post<{ rows: readonly { readonly doc?: D | null }[] }>(
    `${database}/_all_docs?include_docs=true`,
    { keys: ids },
  );
  if (status !== 200 && status !== 404) throw new Error(`documents of ${database} cannot be read: ${status}`);
  return status === 200 ? body.rows.flatMap(({ doc }) => (doc ? [doc] : [])) : [];
};
