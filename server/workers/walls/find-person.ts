import { siteDatabase } from "../../../src/domain/model/databases.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { CouchClient } from "../../couch-client.ts";
import { documentAt } from "../read-documents.ts";

/** The record of a person at the site, or where it went from there; nothing where it is gone. */
export const findPerson = async (
  couch: CouchClient,
  database: string,
  id: string,
  ways = mostWays,
): Promise<Person | undefined> => {
  const person = await documentAt<Person>(couch, database, id);
  if (person === undefined || !isTombstone(person)) return person;
  const { why, to } = person.erased ?? {};
  return why === "moved" && to !== undefined && ways > 0
    ? findPerson(couch, siteDatabase(to), id, ways - 1)
    : undefined;
};

/** Two placeholders may name each other. */
const mostWays = 5;
