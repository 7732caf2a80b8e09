import { siteDatabase } from "../../../src/domain/model/databases.ts";
import { mapRollCall } from "../mapping/map-roll-call.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { Tables } from "../source/tables.ts";
import type { Drafts } from "./draft.ts";

/** Roll calls with their answers; answers about people whose records live elsewhere are left out and counted. */
export const draftRollCalls = (tables: Tables, homeOf: (person: string) => string, mapping: Mapping): Drafts => {
  const drafts = tables.rollCalls.flatMap(({ value, origin }) => {
    const site = mapping.slugOf(value.siteId) ?? "";
    const at = mapping.instant(value.startedAt);
    const documents = mapRollCall(value, site, (person) => homeOf(person) === site, mapping);
    return documents.map((document) => ({ document, database: siteDatabase(site), origin, at }));
  });
  const told = tables.rollCalls.reduce((sum, { value }) => sum + value.entries.length, tables.rollCalls.length);
  return { drafts, errors: [], leftOut: { "roll call answers": told - drafts.length } };
};
