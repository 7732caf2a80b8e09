import { deepEqual } from "../../src/domain/merge/deep-equal.ts";
import { isCoordinator, siteOfRole, sitesCoordinatedBy, sitesOf } from "../../src/domain/model/databases.ts";
import { type AccountDocument, endAccount, findAccount } from "../accounts/accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { sitesIn } from "../workers/provision.ts";
import { allPhones, type PhoneRecord, phoneId, serverDatabase } from "./phone-record.ts";

/** Who asks, with the roles of their session. */
export type Asker = { readonly name: string; readonly roles: readonly string[] };

/** A phone as the lead of its account sees it. */
export type ManagedPhone = Pick<
  PhoneRecord,
  "device" | "account" | "label" | "name" | "lastAt" | "wipeAt" | "toldAt" | "reset"
> & {
  /** What the account's work is, or was before it ended: roles of sites, a driver's and a coordinator's. */
  readonly roles: readonly string[];
  readonly hasEnded: boolean;
};

/** The phones of everybody whom the asker leads, and their own; the one that was heard last first. */
export const managedPhones = async (couch: CouchClient, asker: Asker): Promise<readonly ManagedPhone[]> => {
  const [phones, leads] = await Promise.all([allPhones(couch), ledBy(couch, asker)]);
  const names = [...new Set(phones.map(({ account }) => account))];
  const accounts = new Map(
    await Promise.all(names.map(async (name) => [name, await findAccount(couch, name)] as const)),
  );
  return phones
    .filter(({ account }) => leads(account, accounts.get(account)))
    .sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
    .map((phone) => managedPhone(phone, accounts.get(phone.account), asker));
};

const managedPhone = (phone: PhoneRecord, found: AccountDocument | undefined, asker: Asker): ManagedPhone => {
  const { device, account, label, name, lastAt, wipeAt, toldAt, reset } = phone;
  return {
    ...{ device, account, label, lastAt, roles: workOf(found), hasEnded: found?.ended !== undefined },
    ...(name && { name }),
    ...(wipeAt && { wipeAt }),
    ...(toldAt && { toldAt }),
    ...(reset && account !== asker.name && { reset }),
  };
};

const workOf = (account: AccountDocument | undefined): readonly string[] =>
  rolesOf(account).filter((role) => siteOfRole(role) !== undefined || role === "driver" || isCoordinator([role]));

/** The phone destroys its keys at the next contact. False where the asker leads no account on it. */
export const orderWipe = (couch: CouchClient, asker: Asker, device: string, at: string): Promise<boolean> =>
  changePhone(couch, asker, device, (phone) => (phone.wipeAt ? phone : { ...phone, wipeAt: at }));

/** What people call a phone; an empty name takes it away. False where the asker leads no account on it. */
export const namePhone = (couch: CouchClient, asker: Asker, device: string, given: string): Promise<boolean> => {
  const name = given.normalize("NFC").trim();
  return changePhone(couch, asker, device, ({ name: before, ...phone }) => ({ ...phone, ...(name && { name }) }));
};

const changePhone = async (
  couch: CouchClient,
  asker: Asker,
  device: string,
  change: (phone: PhoneRecord) => PhoneRecord,
): Promise<boolean> => {
  const path = `${serverDatabase}/${phoneId(device)}`;
  const { status, body: phone } = await couch.get<PhoneRecord>(path);
  if (status !== 200) return false;
  const leads = await ledBy(couch, asker);
  if (!leads(phone.account, await findAccount(couch, phone.account))) return false;
  const changed = change(phone);
  if (deepEqual(changed, phone)) return true;
  const { status: kept } = await couch.put(path, changed);
  return kept === 409 ? changePhone(couch, asker, device, change) : kept < 300;
};

/** The account's sessions end at once; what its phones have not sent comes to the asker. False where the asker does not lead it. */
export const endManagedAccount = async (
  couch: CouchClient,
  asker: Asker,
  name: string,
  at: string,
): Promise<boolean> => {
  const account = await findAccount(couch, name);
  if (!account || name === asker.name) return false;
  const leads = await ledBy(couch, asker);
  if (!leads(name, account)) return false;
  if (!account.ended) await endAccount(couch, account, at);
  return true;
};

/**
 * Whom the asker leads besides themself. A coordinator leads everybody but other coordinators; those of an organisation whoever works at
 * its sites and leads none elsewhere; a lead whoever works at their site and leads none. Of an account that has ended no role is left, so
 * its phones are a coordinator's affair and that of whoever ended it (`formerRoles`).
 */
const ledBy = async (couch: CouchClient, { name: self, roles: own }: Asker) => {
  const isOfAll = own.includes("coordinator");
  const coordinated = new Set(isCoordinator(own) && !isOfAll ? sitesCoordinatedBy(own, await sitesIn(couch)) : []);
  const reach = new Set([...coordinated, ...sitesLedIn(own)]);
  return (name: string, account: AccountDocument | undefined): boolean => {
    if (name === self) return true;
    const roles = rolesOf(account);
    if (isOfAll) return !roles.includes("coordinator");
    if (isCoordinator(roles) || !sitesLedIn(roles).every((site) => coordinated.has(site))) return false;
    return sitesOf(roles).some((site) => reach.has(site));
  };
};

const sitesLedIn = (roles: readonly string[]): readonly string[] =>
  sitesOf(roles.filter((role) => role.startsWith("lead:")));

const rolesOf = (account: AccountDocument | undefined): readonly string[] =>
  account?.formerRoles ?? account?.roles ?? [];
