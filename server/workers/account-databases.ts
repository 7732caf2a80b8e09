import { databasesFor, tripDatabase } from "../../src/domain/databases.ts";
import type { Trip } from "../../src/domain/trip.ts";
import type { CouchClient } from "../couch-client.ts";
import { sitesOfTrip } from "./trip-databases.ts";

type User = {
  readonly _id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly databases?: readonly string[];
};

/** Writes into each account's own document which databases it may open, so that a phone need not guess or ask for a list. */
export const grantDatabases = async (couch: CouchClient, trips: readonly Trip[]): Promise<void> => {
  const users = await couch.get<{ rows: readonly { doc: User }[] }>("_users/_all_docs?include_docs=true");
  for (const { doc: user } of users.body.rows) {
    if (!user._id.startsWith("org.couchdb.user:")) continue;
    const granted = trips.filter((trip) => mayOpen(user, trip)).map((trip) => tripDatabase(trip._id));
    const databases = [...databasesFor(user.roles), ...granted.sort()];
    if (String(user.databases) === String(databases)) continue;
    await couch.put(`_users/${encodeURIComponent(user._id)}`, { ...user, databases });
  }
};

const mayOpen = ({ name, roles }: User, trip: Trip): boolean =>
  roles.includes("coordinator") ||
  (trip.driverAccounts ?? []).includes(name) ||
  sitesOfTrip(trip).some((site) => roles.includes(`lead:${site}`));
