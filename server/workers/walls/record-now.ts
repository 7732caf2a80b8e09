import { siteDatabase } from "../../../src/domain/model/databases.ts";
import type { Erasure } from "../../../src/domain/model/kind.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { CouchClient } from "../../couch-client.ts";

/** A person's record at the site where it is now; no record where it is erased or was never there. */
export type RecordNow = { readonly site: string; readonly record?: Partial<Person> };

/** Follows the placeholders that a person who was sent on left at each site. */
export const recordNow = async (
  couch: CouchClient,
  site: string,
  personId: string,
  ways = mostWays,
): Promise<RecordNow> => {
  type Found = Partial<Person> & { readonly erased?: Erasure };
  const { status, body } = await couch.get<Found>(`${siteDatabase(site)}/${encodeURIComponent(personId)}`);
  if (status !== 200) return { site };
  if (body.erased?.why === "moved" && body.erased.to !== undefined && ways > 0)
    return recordNow(couch, body.erased.to, personId, ways - 1);
  return { site, record: body };
};

/** Two placeholders may name each other. */
const mostWays = 5;
