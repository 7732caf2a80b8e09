import type { PointerEvent, MouseEvent as ReactMouseEvent, ReactNode } from "react";
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

/** One line. Its target fills the first cell, and takes the clicks of the others: by keys and for a screen reader there is the target alone. */
export const TableRow = <T,>({ item, table, place, startsGroup }: TableRowProps<T>) => (
  <tr
    className="p-table__row"
    aria-rowindex={place + 2}
    data-test={hook(table.test)}
    data-starts-group={startsGroup ? "" : undefined}
    onClick={pressTarget}
  >
    {table.columns.map(({ key, cell, width, from }, column) =>
      column === 0 ? (
        <th key={key} scope="row" data-width={width}>
          <RowTarget item={item} table={table}>
            <Words of={cell(item)} lang={table.langOf?.(item)} />
          </RowTarget>
        </th>
      ) : (
        <td key={key} data-width={width} data-from={from} onPointerEnter={sayInFull}>
          {cell(item)}
        </td>
      ),
    )}
  </tr>
);

/** Not what lies over the whole row: for WebKit a row holds nothing in its place, and what lies over the last one would lie over the page. */
const pressTarget = ({ currentTarget: row, target, nativeEvent }: ReactMouseEvent<HTMLTableRowElement>): void => {
  if ((target as Element).closest("a, button, input")) return;
  const selection = getSelection();
  if (selection && !selection.isCollapsed && selection.containsNode(row, true)) return;
  // With the keys that were held, so that Ctrl opens another tab here, too.
  row.querySelector(".p-table__target")?.dispatchEvent(new MouseEvent("click", nativeEvent));
};

/** Whole under the mouse, where there is no room for them. */
const Words = ({ of: words, lang }: { readonly of: ReactNode; readonly lang: string | undefined }) => (
  <span className="p-table__words" lang={lang} title={typeof words === "string" ? words : undefined}>
    {words}
  </span>
);

/** What pictures mean, and words that are cut: only now it is known which there are. */
const sayInFull = ({ currentTarget: cell }: PointerEvent<HTMLTableCellElement>): void => {
  const badges = [...cell.querySelectorAll(".p-badge")].map(({ textContent }) => textContent);
  cell.title = badges.length > 0 ? badges.join(" · ") : cell.textContent;
};

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
      <span className="p-row__mark p-table__mark">
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
