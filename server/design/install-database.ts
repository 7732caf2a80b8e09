import validatorText from "virtual:validator-text";
import type { CouchClient } from "../couch-client.ts";
import { type DatabaseState, type Security, securityOf, stateOf } from "./security.ts";

/** Makes a database, or mends one: exists, is readable by whom it should be, and refuses what it should. Safe to repeat. */
export const installDatabase = async (
  couch: CouchClient,
  database: string,
  change: (state: DatabaseState) => DatabaseState = (state) => state,
): Promise<void> => {
  const current = await securityIn(couch, database);
  const security = securityOf(database, change(stateOf(current)));
  if (JSON.stringify(current) !== JSON.stringify(security)) await couch.put(`${database}/_security`, security);
  const design = await couch.get<Design>(`${database}/_design/prystan`);
  if (design.body.validate_doc_update === validatorText) return;
  const _rev = design.body._rev;
  await couch.put(`${database}/_design/prystan`, { ...(_rev && { _rev }), validate_doc_update: validatorText });
};

type Design = { readonly _rev?: string; readonly validate_doc_update?: string };

/** Made where there is none: what a new database says of itself is read only after it is there. */
const securityIn = async (couch: CouchClient, database: string): Promise<Partial<Security>> => {
  const there = await couch.get<Partial<Security>>(`${database}/_security`);
  if (there.status === 200) return there.body;
  const made = await couch.put(database, undefined);
  if (made.status !== 201 && made.status !== 202 && made.status !== 412)
    throw new Error(`could not make ${database}: ${made.status}`);
  return (await couch.get<Partial<Security>>(`${database}/_security`)).body;
};
