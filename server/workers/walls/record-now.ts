import { siteDatabase } from "../../../src/domain/model/databases.ts";
import type { Erasure } from "../../../src/domain/model/kind.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { CouchClient } from "../../couch-client.ts";
import { documentAt } from "../read-documents.ts";

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
  const record = await documentAt<Found>(couch, siteDatabase(site), personId);
  if (record === undefined) return { site };
  if (record.erased?.why === "moved" && record.erased.to !== undefined && ways > 0)
    return recordNow(couch, record.erased.to, personId, ways - 1);
  return { site, record };
};

/** Two placeholders may name each other. */
const mostWays = 5;
