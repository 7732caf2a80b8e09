import { isCoordinator, sitesOf } from "../../src/domain/model/databases.ts";
import { type AccountDocument, endAccount, findAccount } from "../accounts/accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { allPhones, type PhoneRecord, phoneId, serverDatabase } from "./phone-record.ts";

/** Who asks, with the roles of their session. */
export type Asker = { readonly name: string; readonly roles: readonly string[] };

/** A phone as the lead of its account sees it. */
export type ManagedPhone = Pick<
  PhoneRecord,
  "device" | "account" | "label" | "lastAt" | "wipeAt" | "toldAt" | "reset"
> & {
  readonly hasEnded: boolean;
};

/** The phones of everybody whom the asker leads, and their own; the one that was heard last first. */
export const managedPhones = async (couch: CouchClient, asker: Asker): Promise<readonly ManagedPhone[]> => {
  const phones = await allPhones(couch);
  const names = [...new Set(phones.map(({ account }) => account))];
  const accounts = new Map(
    await Promise.all(names.map(async (name) => [name, await findAccount(couch, name)] as const)),
  );
  return phones
    .filter(({ account }) => leads(asker, account, accounts.get(account)))
    .sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
    .map(({ device, account, label, lastAt, wipeAt, toldAt, reset }) => ({
      ...{ device, account, label, lastAt, hasEnded: accounts.get(account)?.ended !== undefined },
      ...(wipeAt && { wipeAt }),
      ...(toldAt && { toldAt }),
      ...(reset && account !== asker.name && { reset }),
    }));
};

/** The phone destroys its keys at the next contact. False where the asker leads no account on it. */
export const orderWipe = async (couch: CouchClient, asker: Asker, device: string, at: string): Promise<boolean> => {
  const path = `${serverDatabase}/${phoneId(device)}`;
  const { status, body: phone } = await couch.get<PhoneRecord>(path);
  if (status !== 200 || !leads(asker, phone.account, await findAccount(couch, phone.account))) return false;
  if (phone.wipeAt) return true;
  const { status: kept } = await couch.put(path, { ...phone, wipeAt: at });
  return kept === 409 ? orderWipe(couch, asker, device, at) : kept < 300;
};

/** The account's sessions end at once; what its phones have not sent comes to the asker. False where the asker does not lead it. */
export const endManagedAccount = async (
  couch: CouchClient,
  asker: Asker,
  name: string,
  at: string,
): Promise<boolean> => {
  const account = await findAccount(couch, name);
  if (!account || name === asker.name || !leads(asker, name, account)) return false;
  if (!account.ended) await endAccount(couch, account, at);
  return true;
};

/**
 * A coordinator leads everybody but other coordinators; a lead whoever works at their site and leads none. Of an account that has
 * ended no role is left, so its phones are a coordinator's affair and that of whoever ended it (`formerRoles`).
 */
const leads = (asker: Asker, name: string, account: AccountDocument | undefined): boolean => {
  if (name === asker.name) return true;
  const roles = account?.formerRoles ?? account?.roles ?? [];
  if (asker.roles.includes("coordinator")) return !roles.includes("coordinator");
  const own = new Set(asker.roles.filter((role) => role.startsWith("lead:")).map((role) => role.slice("lead:".length)));
  const isLeading = isCoordinator(roles) || roles.some((role) => role.startsWith("lead:"));
  return !isLeading && sitesOf(roles).some((site) => own.has(site));
};
