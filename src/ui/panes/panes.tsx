import "./panes.css";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { AddressBeside } from "../actions/link.tsx";
import { TableLook } from "../display/table/list-or-table.tsx";
import { Table } from "../display/table/table.tsx";
import { PageLook } from "../page/page.tsx";
import { KeptUnder } from "../page/use-kept.ts";
import { ListPane } from "./list-pane.tsx";
import { PanePage, PanePlace } from "./pane-page.tsx";
import { useEscape } from "./use-escape.ts";
import { useListEntry } from "./use-list-entry.ts";

export type PanesProps = {
  /** The address of the list alone. */
  readonly at: string;
  /** The address that is open. */
  readonly path: string;
  /** A `Page`; it stays as it is while pages beside it come and go, until a link leads to it. */
  readonly list: ReactNode;
  /** A `Page` beside the list; none at the list's own address. */
  readonly detail: ReactNode;
};

/** A list and what is opened from it, side by side. The list scrolls by itself, the window scrolls what stands beside it. */
export const Panes = ({ at, path, list, detail }: PanesProps) => {
  const isBeside = path !== at;
  const entry = useListEntry(at, path);
  const main = useRef<HTMLElement>(null);
  useFocusOnRow(main, path, isBeside);
  useEscape(at, isBeside);
  return (
    <PageLook value={PanePage}>
      <TableLook value={Table}>
        <main className="p-panes" id="main" tabIndex={-1} ref={main} data-beside={isBeside ? "" : undefined}>
          <PanePlace value={{ place: "list", isBeside }}>
            <AddressBeside value={isBeside ? path : undefined}>
              <KeptUnder key={entry} value={entry}>
                <ListPane entry={entry}>{list}</ListPane>
              </KeptUnder>
            </AddressBeside>
          </PanePlace>
          {isBeside && (
            // By its address: nothing of one person is left when another one is opened.
            <PanePlace key={path} value={detailPlace}>
              <div className="p-panes__detail" data-place="detail">
                {detail}
              </div>
            </PanePlace>
          )}
        </main>
      </TableLook>
    </PageLook>
  );
};

const detailPlace = { place: "detail", isBeside: true } as const;

/** When what was opened is closed, the focus goes back to the row it was opened from, unless it stands somewhere already. */
const useFocusOnRow = (main: { readonly current: HTMLElement | null }, path: string, isBeside: boolean): void => {
  const opened = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const row = main.current?.querySelector<HTMLElement>(`[data-place=list] a[href="${CSS.escape(path)}"]`);
    if (isBeside && row) opened.current = row;
    if (isBeside || !opened.current) return;
    const title = main.current?.querySelector<HTMLElement>("h1");
    const target = opened.current.isConnected ? opened.current : title;
    if (document.activeElement === document.body) target?.focus({ preventScroll: true });
    opened.current = null;
  }, [main, path, isBeside]);
};
