import { createContext, type ReactNode, useContext } from "react";
import { List } from "../list.tsx";
import type { TableOf, TableProps } from "./columns.ts";

/** How lists are shown as tables, where there is room: on a phone it is nothing, and its code is not there. */
export const TableLook = createContext<(<T>(props: TableProps<T>) => ReactNode) | undefined>(undefined);

/** True where lists are tables: what a phone unfolds bit by bit stands there as a whole. */
export const useHasTables = (): boolean => useContext(TableLook) !== undefined;

export type ListOrTableProps<T> = {
  readonly label: string;
  readonly rows: readonly T[];
  /** A row of the list, with a key. */
  readonly row: (item: T) => ReactNode;
  /** At most so many rows of the list; the table shows those that are in view. */
  readonly most?: number;
  /** Asked for only where there is room for a table. */
  readonly table: () => TableOf<T>;
};

/** A list of rows on a phone, a table with columns to sort by on a laptop. */
export const ListOrTable = <T,>({ label, rows, row, most = rows.length, table }: ListOrTableProps<T>) => {
  const Table = useContext(TableLook);
  return Table ? (
    <Table label={label} rows={rows} table={table()} />
  ) : (
    <List label={label}>{rows.slice(0, most).map(row)}</List>
  );
};
