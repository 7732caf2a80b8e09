import type { CouchClient } from "./couch-client.ts";

/** Somebody who may sign in. Roles are those of `authority.ts`, written `part:site` where they belong to a site. */
export type NewAccount = { readonly name: string; readonly roles: readonly string[]; readonly passphrase: string };

/** Adds an account, or changes the roles and the passphrase of the one that has the name. */
export const saveAccount = async (couch: CouchClient, { name, roles, passphrase }: NewAccount): Promise<void> => {
  const id = `org.couchdb.user:${name}`;
  const current = await couch.get<{ _rev?: string; databases?: readonly string[] }>(`_users/${encodeURIComponent(id)}`);
  const { _rev, databases } = current.body;
  const account = { type: "user", name, roles: ["account", ...roles], password: passphrase };
  const answer = await couch.put(`_users/${encodeURIComponent(id)}`, {
    ...(_rev && { _rev }),
    ...(databases && { databases }),
    ...account,
  });
  if (answer.status >= 300)
    throw new Error(`the account ${name} was not saved: ${answer.body.reason ?? answer.status}`);
};
