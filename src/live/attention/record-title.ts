import { directoryDatabase } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import { type Names, nameOf } from "../../domain/names/person-name.ts";
import type { Records } from "../records.ts";

/** What a record is called by people: its own name or number, or of whom or what it speaks. */
export const titleOf = (records: Records, database: string, document: Document): string | undefined => {
  if (document.kind === "person" || document.kind === "driver") return nameOf(document as Names);
  if (document.kind === "line") return nameOf(document.passenger as Names);
  const own = ownWords.flatMap((field) => (typeof document[field] === "string" ? [document[field] as string] : []))[0];
  const spokenOf = document.personId ?? document.lineId ?? document.tripId;
  return own ?? (typeof spokenOf === "string" ? titleOfRef(records, database, spokenOf) : undefined);
};

/** The same of a record that another one names. */
export const titleOfRef = (records: Records, database: string, id: string): string | undefined => {
  const found = [database, directoryDatabase, ...records.databases()].flatMap(
    (place) => records.find(place, id)?.document ?? [],
  )[0];
  return found && titleOf(records, database, found);
};

const ownWords = ["label", "code", "plate", "tripNo", "name"] as const;
