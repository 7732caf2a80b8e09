import { homeOf } from "../../src/domain/databases.ts";

/** CouchDB's `_security` of one database: who reads it. */
export type Security = {
  readonly admins: { readonly names: readonly string[]; readonly roles: readonly string[] };
  readonly members: { readonly names: readonly string[]; readonly roles: readonly string[] };
};

const nobody = { names: [], roles: ["_admin"] };

/** `directory` is open to every account: each has the role `account`. */
export const securityOf = (database: string, members: Members = {}): Security => ({
  admins: nobody,
  members: { names: members.names ?? [], roles: rolesOf(database, members.sites ?? []) },
});

/** For a trip's database: its drivers by name, and the sites whose leads see it. */
export type Members = { readonly names?: readonly string[]; readonly sites?: readonly string[] };

const rolesOf = (database: string, sites: readonly string[]): readonly string[] => {
  switch (homeOf(database)) {
    case "directory":
      return ["account"];
    case "site":
      return [`volunteer:${database.slice(5)}`, `lead:${database.slice(5)}`];
    case "trip":
      return ["coordinator", ...sites.map((site) => `lead:${site}`)];
  }
};
