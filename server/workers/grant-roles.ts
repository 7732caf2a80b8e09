import { type OwnedSite, sitesCoordinatedBy, tripRole } from "../../src/domain/model/databases.ts";
import type { Trip } from "../../src/domain/model/kinds/trip.ts";
import type { AccountDocument } from "../accounts/accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { openTripsOf, sitesOfTrip } from "./trip-databases.ts";

/**
 * Gives each account what its task opens: the directory, and the trips it may open now; takes ended trips away. A phone learns
 * them from `GET _session`: no list of who may open what lies anywhere that others could read. An account that somebody made by
 * document gets the same as one made by command.
 *
 * The accounts are read before the trips, and an account is written only over the revision that was read: whoever decided by newer
 * trips has changed the account meanwhile, and is not written over. `isDone` is false then.
 */
export const grantRoles = async (
  couch: CouchClient,
  sites: readonly OwnedSite[],
  now: number,
): Promise<{ readonly trips: readonly Trip[]; readonly isDone: boolean }> => {
  const users = await couch.get<{ rows: readonly { doc: AccountDocument }[] }>("_users/_all_docs?include_docs=true");
  if (users.status !== 200) throw new Error(`the accounts cannot be read: ${users.status}`);
  const trips: Trip[] = [];
  for (const { site } of sites) trips.push(...(await openTripsOf(couch, site, now)));
  let isDone = true;
  for (const { doc: user } of users.body.rows) {
    if (!user._id.startsWith("org.couchdb.user:") || !Array.isArray(user.roles)) continue;
    const roles = rolesOf(user, trips, sites);
    if (String(user.roles) === String(roles)) continue;
    const { status } = await couch.put(`_users/${encodeURIComponent(user._id)}`, { ...user, roles });
    if (status >= 500) throw new Error(`the roles of an account were not written: ${status}`);
    isDone &&= status !== 409;
  }
  return { trips, isDone };
};

/** An account that has ended, or whose invitation has not been taken up yet, opens nothing. */
const rolesOf = (
  { name, roles, ended, invitation }: AccountDocument,
  trips: readonly Trip[],
  sites: readonly OwnedSite[],
): readonly string[] => {
  const own = roles.filter((role) => !role.startsWith("trip:"));
  if (ended !== undefined || invitation !== undefined) return own;
  const hasTask = own.some((role) => task.test(role));
  const led = new Set([...leadsIn(own), ...sitesCoordinatedBy(own, sites)]);
  const granted = new Set(trips.filter((trip) => mayOpen(name, led, trip)).map((trip) => tripRole(trip._id)));
  return [...(hasTask && !own.includes("account") ? ["account"] : []), ...own, ...[...granted].sort()];
};

const task = /^(coordinator|driver)$|^(volunteer|lead|coordinator|care|protection|case):/;

const leadsIn = (roles: readonly string[]): readonly string[] =>
  roles.flatMap((role) => (role.startsWith("lead:") ? [role.slice("lead:".length)] : []));

const mayOpen = (name: string, led: ReadonlySet<string>, trip: Trip): boolean =>
  (trip.driverAccounts ?? []).includes(name) || sitesOfTrip(trip).some((site) => led.has(site));
