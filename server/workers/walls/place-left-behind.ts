import { siteDatabase, tierOf } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import type { Line } from "../../../src/domain/model/kinds/line.ts";
import type { Presence } from "../../../src/domain/model/kinds/presence.ts";
import type { Scan } from "../../../src/domain/model/kinds/scan.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { placeNote } from "./place-notes.ts";

/**
 * Tells protection officers of children who stayed while their people left: the house (`childrenStay`), or with a bus (`parted`). What was answered for them
 * is not told along. Twice is once.
 */
export const placeLeftBehind: ChangeHandler = async (couch, database, changed) => {
  let isDone = true;
  for (const document of changed) {
    if (isTombstone(document) || document.voided) continue;
    const { site, at, createdBy: by } = document as unknown as Pick<Presence, "site" | "at" | "createdBy">;
    for (const personId of await leftBehindIn(couch, database, document)) {
      const key = `behind.${document.kind}.${keyOf(document._id)}.${keyOf(personId)}`;
      const placed = await placeNote(couch, siteDatabase(site), key, { site, personId, at, by, topic: "child_behind" });
      isDone = placed !== "again" && isDone;
    }
  }
  return isDone;
};

const leftBehindIn = async (
  couch: CouchClient,
  database: string,
  document: Document,
): Promise<readonly `person:${string}`[]> => {
  if (tierOf(database) === "site" && document.kind === "presence")
    return (document as unknown as Presence).childrenStay ?? [];
  const { event, parted = [] } = document as unknown as Partial<Scan>;
  if (tierOf(database) !== "trip" || document.kind !== "scan" || event !== "depart" || parted.length === 0) return [];
  const { status, body } = await couch.post<{ rows: readonly { readonly doc?: Line | null }[] }>(
    `${database}/_all_docs?include_docs=true`,
    { keys: parted },
  );
  if (status !== 200) throw new Error(`lines of a trip were not read: ${status}`);
  return body.rows.flatMap(({ doc }) => (doc?.passenger?.child && doc.personId ? [doc.personId] : []));
};
