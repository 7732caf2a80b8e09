import type { ReactNode } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Link } from "../../actions/link.tsx";
import { hook } from "../../test-hooks.ts";
import { Icon } from "../icon.tsx";
import type { TableOf } from "./columns.ts";

type TableRowProps<T> = {
  readonly item: T;
  readonly table: TableOf<T>;
  /** Its place in the whole table, from 0. */
  readonly place: number;
  readonly startsGroup: boolean;
};

/** One line; the whole row is the target. */
export const TableRow = <T,>({ item, table, place, startsGroup }: TableRowProps<T>) => (
  <tr
    className="p-table__row"
    aria-rowindex={place + 2}
    data-test={hook(table.test)}
    data-starts-group={startsGroup ? "" : undefined}
  >
    {table.columns.map(({ key, cell, width, from }, column) =>
      column === 0 ? (
        <th key={key} scope="row" data-width={width}>
          <RowTarget item={item} table={table}>
            <span className="p-table__words" lang={table.langOf?.(item)}>
              {cell(item)}
            </span>
          </RowTarget>
        </th>
      ) : (
        <td key={key} data-width={width} data-from={from}>
          {cell(item)}
        </td>
      ),
    )}
  </tr>
);

type RowTargetProps<T> = Pick<TableRowProps<T>, "item" | "table"> & { readonly children: ReactNode };

const RowTarget = <T,>({ item, table, children }: RowTargetProps<T>) => {
  if (table.hrefOf)
    return (
      <Link className="p-table__target" href={table.hrefOf(item)}>
        {children}
      </Link>
    );
  return (
    <button
      type="button"
      className="p-table__target"
      aria-pressed={table.isPressed(item)}
      onClick={() => table.onPress(item)}
    >
      <span className="p-table__mark">
        <Icon name="check" />
      </span>
      {children}
    </button>
  );
};

/** In the place of a row that cannot be shown; the others are. */
export const BrokenRow = ({ columns }: { readonly columns: number }) => {
  const t = useT();
  return (
    <tr className="p-table__row">
      <td colSpan={columns}>{t("ui.brokenRow")}</td>
    </tr>
  );
};
