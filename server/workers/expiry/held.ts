import { createHash } from "node:crypto";
import { tierOf } from "../../../src/domain/model/databases.ts";
import type { CouchClient } from "../../couch-client.ts";
import { serverDatabase } from "../../phones/phone-record.ts";

/** A pass that would take so much away that a person has to say yes. `digest` names what exactly it would take. */
export type Held = { readonly day: string; readonly count: number; readonly of: number; readonly digest: string };

const most = { records: 20, share: 0.05 };

/** Where no account writes: an account that could say what waits could say what is to be emptied. */
const placeOf = (database: string): string => `${serverDatabase}/_local/held-expiry:${database}`;

/** True for more than twenty records that are more than a twentieth of all. */
export const isTooMuch = (count: number, of: number): boolean => count > most.records && count > of * most.share;

export const digestOf = (ids: readonly string[]): string =>
  createHash("sha256")
    .update([...ids].sort().join("\n"))
    .digest("hex");

/** Says that a pass waits; with nothing, that none does. */
export const holdExpiry = async (couch: CouchClient, database: string, held: Held | undefined): Promise<void> => {
  const { status, body } = await couch.get<Partial<Held> & { readonly _rev?: string }>(placeOf(database));
  if (status !== 200 && !held) return;
  if (body.digest === (held?.digest ?? "") && body.day === (held?.day ?? "")) return;
  const known = status === 200 && body._rev !== undefined ? { _rev: body._rev } : {};
  await couch.put(placeOf(database), { ...known, ...(held ?? { day: "", count: 0, of: 0, digest: "" }) });
};

/** What waits for an operator's confirmation, by database. */
export const heldExpiries = async (couch: CouchClient): Promise<ReadonlyMap<string, Held>> => {
  const held = new Map<string, Held>();
  const { body } = await couch.get<readonly string[]>("_all_dbs");
  for (const database of body.filter(tierOf)) {
    const { status, body: found } = await couch.get<Held>(placeOf(database));
    if (status === 200 && found.count > 0) held.set(database, found);
  }
  return held;
};
