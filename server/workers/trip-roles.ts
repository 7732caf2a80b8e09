import { tripRole } from "../../src/domain/databases.ts";
import type { Trip } from "../../src/domain/trip.ts";
import type { CouchClient } from "../couch-client.ts";
import { sitesOfTrip } from "./trip-databases.ts";

type User = { readonly _id: string; readonly name: string; readonly roles: readonly string[] };

/**
 * Gives each account the roles of the trips it may open, and takes those of ended trips away. A phone learns them from
 * `GET _session`: no list of who may open what lies anywhere that others could read.
 */
export const grantTripRoles = async (couch: CouchClient, trips: readonly Trip[]): Promise<void> => {
  const users = await couch.get<{ rows: readonly { doc: User }[] }>("_users/_all_docs?include_docs=true");
  for (const { doc: user } of users.body.rows) {
    if (!user._id.startsWith("org.couchdb.user:")) continue;
    const own = user.roles.filter((role) => !role.startsWith("trip:"));
    const granted = trips.filter((trip) => mayOpen(user.name, own, trip)).map((trip) => tripRole(trip._id));
    const roles = [...own, ...granted.sort()];
    if (String(user.roles) === String(roles)) continue;
    await couch.put(`_users/${encodeURIComponent(user._id)}`, { ...user, roles });
  }
};

const mayOpen = (name: string, roles: readonly string[], trip: Trip): boolean =>
  roles.includes("coordinator") ||
  (trip.driverAccounts ?? []).includes(name) ||
  sitesOfTrip(trip).some((site) => roles.includes(`lead:${site}`));
