import validatorText from "virtual:validator-text";
import type { CouchClient } from "../couch-client.ts";
import { securityOf } from "./security.ts";

/** Makes a database, or mends one: exists, is readable by whom it should be, and refuses what it should. Safe to repeat. */
export const installDatabase = async (couch: CouchClient, database: string): Promise<void> => {
  const made = await couch.put(database, undefined);
  if (made.status !== 201 && made.status !== 202 && made.status !== 412)
    throw new Error(`could not make ${database}: ${made.status}`);
  const security = securityOf(database);
  const current = await couch.get<object>(`${database}/_security`);
  if (JSON.stringify(current.body) !== JSON.stringify(security)) await couch.put(`${database}/_security`, security);
  const design = await couch.get<Design>(`${database}/_design/prystan`);
  if (design.body.validate_doc_update === validatorText) return;
  const _rev = design.body._rev;
  await couch.put(`${database}/_design/prystan`, { ...(_rev && { _rev }), validate_doc_update: validatorText });
};

type Design = { readonly _rev?: string; readonly validate_doc_update?: string };
