import "./table.css";
import { useRef } from "react";
import { PartBoundary } from "../../feedback/part-boundary.tsx";
import type { TableProps } from "./columns.ts";
import { TableHead } from "./table-head.tsx";
import { BrokenRow, TableRow } from "./table-row.tsx";
import { useOrder } from "./use-order.ts";
import { useRowsInView } from "./use-rows-in-view.ts";

/** Rows with columns, sorted by any of them. Of a long table only the rows in view and some around them are there. */
export const Table = <T,>({ label, rows, table }: TableProps<T>) => {
  const { ordered, order, choose } = useOrder(rows, table);
  const body = useRef<HTMLTableSectionElement>(null);
  const parts = useRowsInView(body, ordered.length);
  const { columns, keyOf, groupOf } = table;
  const startsGroup = (place: number): boolean => {
    const [before, here] = [ordered[place - 1], ordered[place]];
    return !order && before !== undefined && here !== undefined && groupOf?.(before) !== groupOf?.(here);
  };
  return (
    <div className="p-table-box">
      <table className="p-table" aria-label={label} aria-rowcount={ordered.length + 1}>
        <TableHead columns={columns} order={order} onChoose={choose} />
        <tbody ref={body}>
          {/* One list of rows, so that none is made anew while it has the focus. */}
          {parts.flatMap(({ from, to }, part) => [
            <Space key={`above ${from}`} rows={from - (parts[part - 1]?.to ?? 0)} />,
            ...ordered.slice(from, to).map((item, offset) => (
              <PartBoundary key={keyOf(item)} instead={<BrokenRow columns={columns.length} />}>
                <TableRow item={item} table={table} place={from + offset} startsGroup={startsGroup(from + offset)} />
              </PartBoundary>
            )),
          ])}
          <Space rows={ordered.length - (parts.at(-1)?.to ?? 0)} />
        </tbody>
      </table>
    </div>
  );
};

/** As high as the rows that are not there, so that the page is as long as with them. */
const Space = ({ rows }: { readonly rows: number }) =>
  rows > 0 && (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true">
      <td className="p-table__space" ref={(cell) => cell?.style.setProperty("--p-rows", String(rows))} />
    </tr>
  );
