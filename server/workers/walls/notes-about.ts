import { walledDatabase } from "../../../src/domain/model/databases.ts";
import type { ConfidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { Stored } from "../stored-documents.ts";
import { organisationOf } from "./organisation-of.ts";

export type StoredNote = Stored<ConfidentialNote> & { readonly [field: string]: unknown };

/** The databases in which notes about people of a site lie: the site's own, and those of the organisation that runs it. */
export const noteDatabasesOf = async (couch: CouchClient, site: string): Promise<readonly string[]> => {
  const org = await organisationOf(couch, site);
  const owned = org === undefined ? [] : [walledDatabase("case", org), walledDatabase("protection", org)];
  return [walledDatabase("care", site), ...owned];
};

/** All notes about some people in one database, read page by page: one question answers for all of them. */
export const notesAbout = async (
  couch: CouchClient,
  database: string,
  people: readonly string[],
): Promise<readonly StoredNote[]> => {
  const selector = { kind: "confidentialNote", personId: { $in: people }, erased: { $exists: false } };
  const found: StoredNote[] = [];
  for (let skip = 0; people.length > 0; skip += pageSize) {
    const question = { selector, limit: pageSize, skip };
    const { status, body } = await couch.post<{ docs: readonly StoredNote[] }>(`${database}/_find`, question);
    if (status === 404) return [];
    if (status !== 200) throw new Error(`notes were not found: ${status}`);
    found.push(...body.docs);
    if (body.docs.length < pageSize) break;
  }
  return found;
};

const pageSize = 1_000;
