import type { Copy } from "./documents.ts";
import { type OpenTable, openTable, type Table } from "./table.ts";

/** Those of all records that a question is about: each change is asked about once, whatever else lies here. `everything` is asked about at first. */
export const openSelections = <F extends Copy<{ readonly _id: string }>>(everything: () => readonly F[]) => {
  type IsWanted = (filed: F) => boolean;
  const selections = new Map<IsWanted, OpenTable<F>>();
  const putIn = (selection: OpenTable<F>, isWanted: IsWanted, filed: F) =>
    selection.put(`${filed.database}/${filed.document._id}`, isWanted(filed) ? filed : undefined);
  return {
    put: (filed: F) => {
      for (const [isWanted, selection] of selections) putIn(selection, isWanted, filed);
    },
    forget: (database: string) => {
      for (const selection of selections.values())
        for (const key of [...selection.rows.keys()]) if (key.startsWith(`${database}/`)) selection.put(key, undefined);
    },
    where: (isWanted: IsWanted): Table<F> => {
      const known = selections.get(isWanted);
      if (known) return known.table;
      const selection = openTable<F>();
      selections.set(isWanted, selection);
      for (const filed of everything()) putIn(selection, isWanted, filed);
      return selection.table;
    },
  };
};
