import { databaseTypeOf } from "../../../src/domain/model/databases.ts";
import type { OperatorClient } from "../../couch-client.ts";
import { type Security, stateOf } from "../../design/security.ts";

/** Drops the database of a trip that is over and of which nothing is left, not even a placeholder that a phone may still need. True where it went. */
export const dropEmptied = async (couch: OperatorClient, database: string): Promise<boolean> => {
  if (databaseTypeOf(database) !== "trip") return false;
  const security = await couch.get<Partial<Security>>(`${database}/_security`);
  if (security.status !== 200 || stateOf(security.body).closed !== "over") return false;
  const { status, body } = await couch.get<{ readonly rows: readonly { readonly id: string }[] }>(
    `${database}/_all_docs?limit=2`,
  );
  if (status !== 200 || !body.rows.every(({ id }) => id.startsWith("_design/"))) return false;
  return (await couch.remove(database)).status === 200;
};
