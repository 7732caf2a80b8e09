import { randomBytes } from "node:crypto";
import { isServerPassword, serverPassword } from "../../src/device/keyring/server-password.ts";
import type { CouchClient } from "../couch-client.ts";

/** An account that may sign in. Roles are those of `authority.ts`, written `part:site` where they belong to a site. */
export type NewAccount = {
  readonly name: string;
  readonly roles: readonly string[];
  /** As people know it, or what it becomes on a phone. */
  readonly passphrase: string;
  /** The last day, `2026-12-08`. */
  readonly until?: string;
  /** The passphrase is a code that only serves to choose one's own; the roles come then. */
  readonly invitation?: Invitation;
};

/** What is given when the code is used. `seal` proves that the server wrote it: where `_users` is open, people may write their own document. */
export type Invitation = { readonly roles: readonly string[]; readonly until: string; readonly seal: string };

/** A document of `_users`, as far as we read it. */
export type AccountDocument = {
  readonly _id: string;
  readonly _rev: string;
  readonly type: "user";
  readonly name: string;
  readonly roles: readonly string[];
  readonly until?: string;
  /** The password is made of a passphrase by `serverPassword`; absent where another tool made the account. */
  readonly derived?: true;
  /** Another one with each new password. */
  readonly salt?: string;
  readonly invitation?: Invitation;
  readonly ended?: string;
  /** What it could do before it ended: who led it then still sees its phones. */
  readonly formerRoles?: readonly string[];
};

/**
 * Adds an account, or changes the roles and the passphrase of the one that has the name. `over` is the account that this was decided by, null
 * where there was none: `AccountChanged` where it is another by now. Without it whatever there is gives way.
 */
export const saveAccount = async (
  couch: CouchClient,
  account: NewAccount,
  derive?: Derive,
  over?: AccountDocument | null,
): Promise<void> => {
  const { name, roles, passphrase, until, invitation } = account;
  const current = over === undefined ? await findAccount(couch, name) : over;
  const trips = (current?.roles ?? []).filter((role) => role.startsWith("trip:"));
  await put(couch, {
    _id: accountId(name),
    ...(current && { _rev: current._rev }),
    type: "user",
    name,
    roles: invitation ? [] : ["account", ...roles, ...trips],
    password: await passwordOf(name, passphrase, derive),
    derived: true,
    ...(until && { until }),
    ...(invitation && { invitation }),
  });
};

/** What the store knows of a passphrase, or of the code of an invitation. `derive`: where Argon2id is worked out, else in this thread. */
export const passwordOf = async (name: string, passphrase: string, derive?: Derive): Promise<string> =>
  isServerPassword(passphrase) ? passphrase : serverPassword(name, passphrase, derive);

/** Argon2id: 32 bytes of a passphrase. */
export type Derive = NonNullable<Parameters<typeof serverPassword>[2]>;

/** The rest of the account stays. `AccountChanged` where it is another by now. */
export const changeRoles = (couch: CouchClient, account: AccountDocument, roles: readonly string[]): Promise<void> =>
  put(couch, { ...account, roles });

/** It cannot sign in any more and all its sessions end; the name stays taken, for records carry it. */
export const endAccount = async (couch: CouchClient, account: AccountDocument, at: string): Promise<void> => {
  const { _id, _rev, name, roles } = account;
  const password = randomBytes(32).toString("base64url");
  await put(couch, { _id, _rev, type: "user", name, roles: [], password, ended: at, formerRoles: roles });
};

export const findAccount = async (couch: CouchClient, name: string): Promise<AccountDocument | undefined> => {
  const { status, body } = await couch.get<AccountDocument>(`_users/${encodeURIComponent(accountId(name))}`);
  return status === 200 ? body : undefined;
};

export const accountId = (name: string): string => `org.couchdb.user:${name}`;

/** The account was written since it was read. */
export class AccountChanged extends Error {}

const put = async (
  couch: CouchClient,
  document: Readonly<Record<string, unknown>> & { readonly _id: string },
): Promise<void> => {
  const { status, body } = await couch.put<object>(`_users/${encodeURIComponent(document._id)}`, document);
  if (status === 409) throw new AccountChanged("the account was changed meanwhile");
  if (status >= 300) throw new Error(`the account was not saved: ${body.reason ?? status}`);
};
