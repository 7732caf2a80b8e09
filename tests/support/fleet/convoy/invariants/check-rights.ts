import { vectorIncludes } from "../../../../../src/domain/merge/stamps.ts";
import { siteDatabase, tripDatabase } from "../../../../../src/domain/model/databases.ts";
import type { Convoy, Traveller } from "../convoy.ts";
import type { DriverWord } from "../ledger.ts";
import type { Stored } from "./check-copies.ts";

/** Holds at rest: P5 (everybody has the rights that they were given, and none that was taken away). */
export const checkRights = async (convoy: Convoy, stored: Stored): Promise<void> => {
  const { server, travellers, roles, slugs, trips } = convoy;
  for (const traveller of travellers) {
    const { name, phone } = traveller;
    const { body } = await server.couch.get<{ readonly roles: readonly string[] }>(`_users/org.couchdb.user:${name}`);
    const own = roles.get(name) ?? [];
    const given = body.roles.filter((role) => role !== "account" && !role.startsWith("trip:"));
    if (String([...given].sort()) !== String([...own].sort())) throw new Error(`P5: ${name} has ${given}, not ${own}`);
    for (const trip of trips) checkTripRight(convoy, stored, traveller, trip, body.roles.includes(trip));
    for (const database of [...slugs.map(siteDatabase), ...trips.map(tripDatabase)]) {
      if (phone.account.databases.includes(database)) continue;
      const { status } = await phone.network.fetch(`/db/${database}/_all_docs`).catch(() => ({ status: 0 }));
      if (status === 200) throw new Error(`P5: ${name} reads ${database}`);
    }
  }
};

const checkTripRight = (convoy: Convoy, stored: Stored, { name }: Traveller, trip: string, has: boolean): void => {
  const { roles, ledger } = convoy;
  const isPublished = (stored.get(tripDatabase(trip)) ?? []).some(({ _id }) => _id === trip);
  const isLead = (roles.get(name) ?? []).some((role) => role.startsWith("lead:"));
  const words = ledger.driverWords().filter((word) => word.trip === trip && word.account === name);
  const sent = words.filter((word) => isSent(convoy, word));
  const [on, off] = [words.filter(({ isOn }) => isOn), words.filter(({ isOn }) => !isOn)];
  const standing = on.filter(
    ({ stamp }) => !off.some((word) => sent.includes(word) && vectorIncludes(word.seen, stamp)),
  );
  if (has && !(isPublished && (isLead || standing.length > 0)))
    throw new Error(`P5: ${name} has a right to ${trip} that was taken away, or never given`);
  if (has || !isPublished) return;
  if (isLead) throw new Error(`P5: ${name} leads a site of ${trip} and may not open it`);
  const last = standing.filter((word) => off.every(({ stamp }) => vectorIncludes(word.seen, stamp)));
  if (last.some((word) => sent.includes(word))) throw new Error(`P5: ${name} drives ${trip} and may not open it`);
};

/** Whether all that somebody wrote of the trip has reached the server: a right that ended may keep it back. */
const isSent = ({ travellers, slugs }: Convoy, { by, trip }: DriverWord): boolean => {
  const author = travellers.find(({ name }) => name === by);
  return slugs.every((slug) => author?.phone.store.rows(siteDatabase(slug)).get(trip)?.sent ?? true);
};
