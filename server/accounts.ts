import type { CouchClient } from "./couch-client.ts";

/** Somebody who may sign in. Roles are those of `authority.ts`, written `part:site` where they belong to a site. */
export type NewAccount = { readonly name: string; readonly roles: readonly string[]; readonly passphrase: string };

/** Adds an account, or changes the roles and the passphrase of the one that has the name. */
export const saveAccount = async (couch: CouchClient, { name, roles, passphrase }: NewAccount): Promise<void> => {
  const id = `org.couchdb.user:${name}`;
  const current = await couch.get<{ _rev?: string; roles?: readonly string[] }>(`_users/${encodeURIComponent(id)}`);
  const { _rev, roles: before = [] } = current.body;
  const trips = before.filter((role) => role.startsWith("trip:"));
  const answer = await couch.put(`_users/${encodeURIComponent(id)}`, {
    ...(_rev && { _rev }),
    type: "user",
    name,
    roles: ["account", ...roles, ...trips],
    password: passphrase,
  });
  if (answer.status >= 300)
    throw new Error(`the account ${name} was not saved: ${answer.body.reason ?? answer.status}`);
};
