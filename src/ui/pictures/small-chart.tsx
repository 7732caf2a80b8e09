import "./small-chart.css";
import { barHeights } from "./bar-heights.ts";

export type ChartPoint = {
  readonly key: string;
  /** A few letters under the bar. */
  readonly short: string;
  readonly label: string;
  readonly value: number;
  /** As it is written. */
  readonly text: string;
};

export type SmallChartProps = {
  readonly title: string;
  /** Heads of the table's two columns. */
  readonly columns: readonly [string, string];
  readonly points: readonly ChartPoint[];
};

/** A few numbers as bars, the last one in full colour for it is still growing; the same as a table for whoever hears it. */
export const SmallChart = ({ title, columns, points }: SmallChartProps) => {
  const heights = barHeights(
    points.map(({ value }) => value),
    room,
  );
  return (
    <figure className="p-chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${points.length * step} ${room + above + below}`} aria-hidden="true" focusable="false">
        {points.map(({ key, short, text }, place) => {
          const [left, high] = [place * step, heights[place] ?? 0];
          return (
            <g key={key} data-last={place === points.length - 1 ? "" : undefined}>
              <rect x={left + 6} y={above + room - high} width={step - 12} height={high} />
              <text x={left + step / 2} y={above + room - high - 5}>
                {text}
              </text>
              <text x={left + step / 2} y={above + room + 16}>
                {short}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={points.length * step} y1={above + room} y2={above + room} />
      </svg>
      <table className="p-visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ key, label, text }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};

/** In the drawing's own units: a bar with its gap; the highest bar; a number above it; a day below. */
const [step, room, above, below] = [44, 64, 18, 22] as const;
