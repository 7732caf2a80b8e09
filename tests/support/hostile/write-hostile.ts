import { setTimeout as pass } from "node:timers/promises";
import type { TestServer } from "../server/a-server.ts";
import type { HostileRecords } from "./hostile-records.ts";

type Row = { readonly error?: string };

/** Leaves the records on the server, as its administrator; trips get their databases from the server, so that is waited for. */
export const writeHostile = async ({ couch }: TestServer, records: HostileRecords): Promise<void> => {
  const bySite = [...records].sort(([a], [b]) => Number(a.startsWith("trip-")) - Number(b.startsWith("trip-")));
  for (const [database, docs] of bySite) {
    for (let tries = 0; tries < 100 && (await couch<Row>(database)).error; tries += 1) await pass(200);
    const rows = await couch<readonly Row[]>(`${database}/_bulk_docs`, {
      method: "POST",
      body: JSON.stringify({ docs }),
    });
    if (!Array.isArray(rows) || rows.some(({ error }) => error)) throw new Error(JSON.stringify(rows).slice(0, 400));
  }
};
