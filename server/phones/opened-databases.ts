import { databasesFor, isCoordinator } from "../../src/domain/model/databases.ts";
import { findAccount } from "../accounts/accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { sitesIn } from "../workers/provision.ts";
import { serverDatabase } from "./phone-record.ts";

/** What one person has been given keys for on one phone, ever. Beside the phone's record, which is written at every contact. */
type OpenedDatabases = { readonly _rev?: string; readonly account: string; readonly databases: readonly string[] };

/** The databases that roles open here and now. */
export const databasesOpenTo = async (couch: CouchClient, roles: readonly string[]): Promise<readonly string[]> =>
  databasesFor(roles, isCoordinator(roles) ? await sitesIn(couch) : []);

/** False where it was not written down; the phone introduces itself again. */
export const noteOpened = async (
  couch: CouchClient,
  { account, device }: { readonly account: string; readonly device: string },
  databases: readonly string[],
  tries = 3,
): Promise<boolean> => {
  const there = await openedOn(couch, device);
  const before = there?.account === account ? there.databases : [];
  const after = [...new Set([...before, ...databases])];
  if (after.length === before.length) return true;
  const noted: OpenedDatabases = { ...(there?._rev && { _rev: there._rev }), account, databases: after };
  const { status } = await couch.put(pathOf(device), noted);
  if (status === 409 && tries > 0) return noteOpened(couch, { account, device }, databases, tries - 1);
  return status < 300;
};

/**
 * Whether somebody works where a database is read, or did: by their account, or by what they were given keys for on this phone. Whoever
 * has only got hold of a key did not.
 */
export const hasOpened = async (
  couch: CouchClient,
  { account, device }: { readonly account: string; readonly device?: string },
  database: string,
): Promise<boolean> => {
  const found = await findAccount(couch, account);
  const roles = [...(found?.roles ?? []), ...(found?.formerRoles ?? [])];
  if (found && (await databasesOpenTo(couch, roles)).includes(database)) return true;
  const there = device === undefined ? undefined : await openedOn(couch, device);
  return there?.account === account && there.databases.includes(database);
};

const pathOf = (device: string): string => `${serverDatabase}/opened:${device}`;

const openedOn = async (couch: CouchClient, device: string): Promise<OpenedDatabases | undefined> => {
  const { status, body } = await couch.get<OpenedDatabases>(pathOf(device));
  return status === 200 ? body : undefined;
};
