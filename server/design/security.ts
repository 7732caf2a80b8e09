import { ownerOf, tierOf } from "../../src/domain/databases.ts";

/** CouchDB's `_security` of one database: who reads it. */
export type Security = {
  readonly admins: { readonly names: readonly string[]; readonly roles: readonly string[] };
  readonly members: { readonly names: readonly string[]; readonly roles: readonly string[] };
};

/** Follows from the name alone, so that whoever checks it needs nothing else. */
export const securityOf = (database: string): Security => ({
  admins: { names: [], roles: ["_admin"] },
  members: { names: [], roles: membersOf(database) },
});

/** `directory` is open to every account: each has the role `account`. A database that is not ours stays closed. */
const membersOf = (database: string): readonly string[] => {
  const owner = ownerOf(database);
  const tier = tierOf(database);
  switch (tier) {
    case "directory":
      return ["account"];
    case "site":
      return [`volunteer:${owner}`, `lead:${owner}`];
    case "trip":
    case "case":
    case "care":
    case "protection":
      return [`${tier}:${owner}`];
    case undefined:
      return ["_admin"];
  }
};
