import { directoryDatabase } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import { isTombstone } from "../../domain/model/kind.ts";
import { kindNamed } from "../../domain/model/kinds.ts";
import { readDocument } from "../../domain/model/read-document.ts";
import { type Names, nameOf } from "../../domain/names/person-name.ts";
import type { Records } from "../records.ts";

/** What a record is called by people: its own name or number, or of whom or what it speaks. */
export const titleOf = (records: Records, database: string, filed: Document): string | undefined => {
  const kind = kindNamed(filed.kind);
  const document = kind ? readDocument(kind, filed).document : filed;
  if (!document) return undefined;
  if (document.kind === "person" || document.kind === "driver") return nameOf(document as Names);
  if (document.kind === "line") return nameOf(document.passenger as Names);
  const own = ownWords.flatMap((field) => (typeof document[field] === "string" ? [document[field] as string] : []))[0];
  const spokenOf = document.personId ?? document.lineId ?? document.tripId;
  return own ?? (typeof spokenOf === "string" ? titleOfRef(records, database, spokenOf) : undefined);
};

/** The same of a record that another one names; whoever moved has left only a tombstone where the record speaks of them. */
export const titleOfRef = (records: Records, database: string, id: string): string | undefined => {
  for (const place of [database, directoryDatabase, ...records.databases()]) {
    const document = records.find(place, id)?.document;
    if (document && !isTombstone(document)) return titleOf(records, place, document);
  }
  return undefined;
};

const ownWords = ["label", "code", "plate", "tripNo", "name"] as const;
