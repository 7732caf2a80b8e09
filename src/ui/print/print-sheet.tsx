import "./print-sheet.css";
import { Fragment, type ReactNode } from "react";

/** A part of the list under a line of its own: a room, a stop. */
export type PrintGroup = { readonly key: string; readonly title?: string; readonly rows: readonly PrintRow[] };
export type PrintRow = { readonly key: string; readonly cells: readonly ReactNode[] };

export type PrintSheetProps = {
  readonly title: string;
  /** What else stands at the head: route, numbers. One line each. */
  readonly facts: readonly string[];
  readonly columns: readonly string[];
  readonly groups: readonly PrintGroup[];
  /** Lines to write on by hand, at the end. */
  readonly blanks?: number | undefined;
  /** On every page: place, time, who printed it, until when it is to be destroyed. */
  readonly foot: string;
};

/** A list on paper: one table whose head and foot stand on every page, black on white. On the screen it is not there. */
export const PrintSheet = ({ title, facts, columns, groups, blanks = 0, foot }: PrintSheetProps) => (
  <section className="p-print">
    <h1>{title}</h1>
    {facts.map((fact) => (
      <p key={fact}>{fact}</p>
    ))}
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td colSpan={columns.length}>{foot}</td>
        </tr>
      </tfoot>
      <tbody>
        {groups.map(({ key, title: heading, rows }) => (
          <Fragment key={key}>
            {heading && (
              <tr>
                <th colSpan={columns.length} scope="colgroup">
                  {heading}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, place) => (
                  <td key={columns[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
        {Array.from({ length: blanks }, (_, line) => `blank ${line}`).map((line) => (
          <tr key={line}>
            {columns.map((column) => (
              <td key={column} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** A square to tick with a pen. */
export const PrintBox = () => <span className="p-print__box" />;
