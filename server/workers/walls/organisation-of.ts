import { ownedSites, type Site } from "../../../src/domain/model/kinds/site.ts";
import type { CouchClient } from "../../couch-client.ts";
import { allDocumentsOf } from "../stored-documents.ts";

/** Who runs a site, by the key of the organisation; nothing where nobody does. */
export const organisationOf = async (couch: CouchClient, slug: string): Promise<string | undefined> =>
  ownedSites(await allDocumentsOf<Site>(couch, "directory", "site")).find(({ site }) => site === slug)?.org;
