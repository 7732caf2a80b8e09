import type { FiledRecord } from "../records.ts";
import { type OpenTable, openTable, type Table } from "./table.ts";

type IsWanted = (filed: FiledRecord) => boolean;

/** Those of all records that a question is about: each change is asked about once, whatever else lies here. `everything` is asked about at first. */
export const openSelections = (everything: () => readonly FiledRecord[]) => {
  const selections = new Map<IsWanted, OpenTable<FiledRecord>>();
  const putIn = (selection: OpenTable<FiledRecord>, isWanted: IsWanted, filed: FiledRecord) =>
    selection.put(`${filed.database}/${filed.document._id}`, isWanted(filed) ? filed : undefined);
  return {
    put: (filed: FiledRecord) => {
      for (const [isWanted, selection] of selections) putIn(selection, isWanted, filed);
    },
    where: (isWanted: IsWanted): Table<FiledRecord> => {
      const known = selections.get(isWanted);
      if (known) return known.table;
      const selection = openTable<FiledRecord>();
      selections.set(isWanted, selection);
      for (const filed of everything()) putIn(selection, isWanted, filed);
      return selection.table;
    },
  };
};
