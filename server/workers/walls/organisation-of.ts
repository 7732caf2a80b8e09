import { siteDatabase } from "../../../src/domain/model/databases.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { Security } from "../../design/security.ts";

/** The organisation that runs a site, by its key, as the site's own database says (`provision.ts` writes it there); nothing where no organisation does. */
export const organisationOf = async (couch: CouchClient, slug: string): Promise<string | undefined> => {
  const { status, body } = await couch.get<Partial<Security>>(`${siteDatabase(slug)}/_security`);
  if (status !== 200 && status !== 404) throw new Error(`a site does not say which organisation runs it: ${status}`);
  return status === 200 ? body.org : undefined;
};
