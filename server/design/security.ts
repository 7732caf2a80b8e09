import { coordinatorRole, ownerOf, tierOf } from "../../src/domain/model/databases.ts";

/** CouchDB's `_security` of one database: who reads it, and what state its validator has to know of. */
export type Security = DatabaseState & {
  readonly admins: { readonly names: readonly string[]; readonly roles: readonly string[] };
  readonly members: { readonly names: readonly string[]; readonly roles: readonly string[] };
};

/** CouchDB hands `_security` to `validate_doc_update`, so what holds for a whole database is written there. */
export type DatabaseState = {
  /** Until then (ISO 8601) every phone may bring back what others wrote: an older backup was put back. */
  readonly recoveringUntil?: string;
  /** A trip that is over: what was scanned on the road is still taken, until it is opened to no account any more. */
  readonly closed?: "handingBack" | "over";
  /** The organisation that runs the site, or the site that planned the trip: its coordinators lead there. */
  readonly org?: string;
  /** Of a trip's database, the site that planned it: what says it belongs to another site has no place in it. */
  readonly site?: string;
};

/** Follows from the name and the state alone, so that a check needs nothing else. */
export const securityOf = (database: string, state: DatabaseState = {}): Security => ({
  admins: { names: [], roles: ["_admin"] },
  members: { names: [], roles: state.closed === "over" ? ["_admin"] : membersOf(database, state.org) },
  ...state,
});

export const stateOf = ({ recoveringUntil, closed, org, site }: Partial<Security>): DatabaseState => ({
  ...(recoveringUntil !== undefined && { recoveringUntil }),
  ...(closed !== undefined && { closed }),
  ...(org !== undefined && { org }),
  ...(site !== undefined && { site }),
});

/** The change of a state that sets the organisation that runs the place, or removes it. */
export const runBy =
  (org: string | undefined) =>
  ({ org: _, ...state }: DatabaseState): DatabaseState => ({ ...state, ...(org !== undefined && { org }) });

/** `directory` is open to every account: each has the role `account`. A database that is not ours stays closed. */
const membersOf = (database: string, org: string | undefined): readonly string[] => {
  const owner = ownerOf(database);
  const tier = tierOf(database);
  switch (tier) {
    case "directory":
      return ["account"];
    case "site":
      return [
        `volunteer:${owner}`,
        `lead:${owner}`,
        "coordinator",
        ...(org === undefined ? [] : [coordinatorRole(org)]),
      ];
    case "trip":
    case "case":
    case "care":
    case "protection":
      return [`${tier}:${owner}`];
    case undefined:
      return ["_admin"];
  }
};
