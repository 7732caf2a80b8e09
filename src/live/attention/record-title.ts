import { directoryDatabase } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import { isTombstone } from "../../domain/model/kind.ts";
import { type KindName, kindNamed } from "../../domain/model/kinds.ts";
import { readDocument } from "../../domain/model/read-document.ts";
import { type Names, nameOf } from "../../domain/names/person-name.ts";
import type { Records } from "../records.ts";

/** What a record is called by people: its own name or number, or of whom or what it speaks. */
export const titleOf = (records: Records, database: string, filed: Document): string | undefined => {
  const document = readAs(records, database, filed);
  if (!document) return undefined;
  if (document.kind === "person" || document.kind === "driver") return nameOf(document as Names);
  if (document.kind === "line") return nameOf(document.passenger as Names);
  const own = ownWords.flatMap((field) => (typeof document[field] === "string" ? [document[field] as string] : []))[0];
  const spokenOf = document.personId ?? document.lineId ?? document.tripId;
  return own ?? (typeof spokenOf === "string" ? titleOfRef(records, database, spokenOf) : undefined);
};

/** What lies here was read already. */
const readAs = (records: Records, database: string, filed: Document): Document | undefined => {
  const kind = kindNamed(filed.kind);
  if (!kind) return filed;
  if (records.find(database, filed._id)?.document !== filed) return readDocument(kind, filed).document;
  return records.all(database, kind.name as KindName).get(filed._id) as Document | undefined;
};

/** The same of a record that another one names; a person who was transferred has left only a tombstone in the record's database. */
export const titleOfRef = (records: Records, database: string, id: string): string | undefined => {
  for (const place of [database, directoryDatabase, ...records.databases()]) {
    const document = records.find(place, id)?.document;
    if (document && !isTombstone(document)) return titleOf(records, place, document);
  }
  return undefined;
};

const ownWords = ["label", "code", "plate", "tripNo", "name"] as const;
