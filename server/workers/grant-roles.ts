import { tripRole } from "../../src/domain/model/databases.ts";
import type { Trip } from "../../src/domain/model/kinds/trip.ts";
import type { AccountDocument } from "../accounts/accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { sitesOfTrip } from "./trip-databases.ts";

/**
 * Gives each account what its task opens: the directory, and the trips it may open now; takes ended trips away. A phone learns
 * them from `GET _session`: no list of who may open what lies anywhere that others could read. An account that somebody made by
 * document gets the same as one made by command.
 */
export const grantRoles = async (couch: CouchClient, trips: readonly Trip[]): Promise<void> => {
  const users = await couch.get<{ rows: readonly { doc: AccountDocument }[] }>("_users/_all_docs?include_docs=true");
  if (users.status !== 200) return;
  for (const { doc: user } of users.body.rows) {
    if (!user._id.startsWith("org.couchdb.user:") || !Array.isArray(user.roles)) continue;
    const roles = rolesOf(user, trips);
    if (String(user.roles) === String(roles)) continue;
    await couch.put(`_users/${encodeURIComponent(user._id)}`, { ...user, roles });
  }
};

const rolesOf = ({ name, roles }: AccountDocument, trips: readonly Trip[]): readonly string[] => {
  const own = roles.filter((role) => !role.startsWith("trip:"));
  const hasTask = own.some((role) => task.test(role));
  const granted = trips.filter((trip) => mayOpen(name, own, trip)).map((trip) => tripRole(trip._id));
  return [...(hasTask && !own.includes("account") ? ["account"] : []), ...own, ...granted.sort()];
};

const task = /^(coordinator|driver)$|^(volunteer|lead|care|protection|case):/;

const mayOpen = (name: string, roles: readonly string[], trip: Trip): boolean =>
  roles.includes("coordinator") ||
  (trip.driverAccounts ?? []).includes(name) ||
  sitesOfTrip(trip).some((site) => roles.includes(`lead:${site}`));
