import type { Document } from "../../../src/domain/model/document.ts";
import { type DeliveryState, openRecords, type Records } from "../../../src/live/records.ts";
import { aSource } from "../live/a-source.ts";

/** Records that stand still: what lies in which database. */
export const aRecords = (
  databases: Readonly<Record<string, readonly object[]>>,
  sendingOf: (id: string) => DeliveryState = () => ({ state: "sent" }),
): Records => {
  const source = aSource();
  for (const [database, documents] of Object.entries(databases))
    for (const document of documents as readonly Document[]) source.put(database, document, sendingOf(document._id));
  return openRecords(source, []);
};
