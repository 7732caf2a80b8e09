import { homeOf } from "../../src/domain/databases.ts";

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

/** `directory` is open to every account: each has the role `account`. */
const membersOf = (database: string): readonly string[] => {
  switch (homeOf(database)) {
    case "directory":
      return ["account"];
    case "site":
      return [`volunteer:${database.slice(5)}`, `lead:${database.slice(5)}`];
    case "trip":
      return [`trip:${database.slice(5)}`];
  }
};
