import { setTimeout as wait } from "node:timers/promises";
import validatorText from "virtual:validator-text";
import type { CouchClient } from "../couch-client.ts";
import { serverDatabase } from "../phones/phone-record.ts";
import { type DatabaseState, type Security, securityOf, stateOf } from "./security.ts";

/**
 * Makes a database, or mends one: exists, refuses what it should, and is then opened to whom it should be. A new database is the
 * administrators' only, so nobody writes in it before its rules are there. Throws where one of these was not done, and opens
 * nothing then. Safe to repeat, also by two servers at once.
 */
export const installDatabase = async (
  couch: CouchClient,
  database: string,
  change: (state: DatabaseState) => DatabaseState = (state) => state,
): Promise<void> => {
  const current = await securityIn(couch, database);
  const security = securityOf(database, change(stateOf(current)));
  const isSame = JSON.stringify(current) === JSON.stringify(security);
  const isClosing = security.members.roles.every((role) => role === "_admin");
  // What takes members away need not wait for rules that are for members.
  if (!isSame && isClosing) await writeSecurity(couch, database, security);
  await writeRules(couch, database);
  if (database === serverDatabase) await limitHistory(couch, database);
  if (!isSame && !isClosing) await writeSecurity(couch, database, security);
};

type Design = { readonly _rev?: string; readonly validate_doc_update?: string };

const writeRules = async (couch: CouchClient, database: string): Promise<void> => {
  const path = `${database}/_design/prystan`;
  for (let time = 0; time < tries; time += 1) {
    const design = await couch.get<Design>(path);
    if (design.body.validate_doc_update === validatorText) return;
    const _rev = design.body._rev;
    const { status } = await couch.put(path, { ...(_rev && { _rev }), validate_doc_update: validatorText });
    if (status === 201 || status === 202) return;
    if (status !== 409) throw new Error(`the rules of ${database} were not written: ${status}`);
  }
  throw new Error(`the rules of ${database} were not written: somebody else writes others`);
};

/**
 * Where the server keeps what it knows of phones. Servers of before wrote a phone down there every minute, and with each write the store
 * writes the document's whole history again. That database is not replicated, so a short one will do.
 */
const limitHistory = async (couch: CouchClient, database: string): Promise<void> => {
  const { body } = await couch.get<number>(`${database}/_revs_limit`);
  if (body === rememberedRevisions) return;
  const { status } = await couch.put(`${database}/_revs_limit`, rememberedRevisions);
  if (status >= 300) throw new Error(`the history of ${database} was not limited: ${status}`);
};

const rememberedRevisions = 20;

/** Another server may write them at the same moment. */
const tries = 3;

const writeSecurity = async (couch: CouchClient, database: string, security: Security): Promise<void> => {
  const { status } = await couch.put(`${database}/_security`, security);
  if (status >= 300) throw new Error(`${database} was not opened to its members: ${status}`);
};

/**
 * Made where there is none: what a new database says of itself is read only after it is there. A CouchDB answers 412 while another server's
 * is still being made, and for some milliseconds 404 to whoever reads it.
 */
const securityIn = async (couch: CouchClient, database: string): Promise<Partial<Security>> => {
  const there = await couch.get<Partial<Security>>(`${database}/_security`);
  if (there.status === 200) return there.body;
  const made = await couch.put(database, undefined);
  if (made.status !== 201 && made.status !== 202 && made.status !== 412)
    throw new Error(`could not make ${database}: ${made.status}`);
  for (let time = 0; ; time += 1) {
    const { status, body } = await couch.get<Partial<Security>>(`${database}/_security`);
    if (status === 200) return body;
    if (status !== 404 || time === looks) throw new Error(`${database} does not say who may open it: ${status}`);
    await wait(100);
  }
};

const looks = 50;
