import { loadavg } from "node:os";

/** Collects figures: prints each as JSON at once, all of them as a table in the end. */
export const openReport = () => {
  const rows = [];

  /** `rounds`: every value seen, of which `value` is the one that counts. */
  const figure = ({ name, value, unit, bar, isAtLeast = false, rounds = [] }) => {
    const ratio = bar ? round(value / bar, 2) : undefined;
    const isMissed = bar !== undefined && (isAtLeast ? value < bar : value > bar);
    const ratioTo = bar === undefined ? undefined : `bar of ${isAtLeast ? "at least" : "at most"} ${bar} ${unit}`;
    const load = round(loadavg()[0], 1);
    console.log(JSON.stringify({ name, value: round(value, 1), unit, ratio_to: ratioTo, ratio, load, isMissed }));
    rows.push({ name, value, unit, bar, isAtLeast, rounds, load, isMissed });
  };

  const printTable = () => {
    const cells = rows.map(({ name, value, unit, bar, isAtLeast, rounds, load, isMissed }) => [
      isMissed ? "MISSED" : "",
      name,
      `${round(value, 1)} ${unit}`,
      bar === undefined ? "" : `${isAtLeast ? "≥" : "≤"} ${bar}`,
      `load ${load}`,
      rounds.length > 1 ? `rounds: ${rounds.map((one) => round(one, 1)).join(" ")}` : "",
    ]);
    for (const line of aligned(cells)) console.error(line);
  };

  return { figure, printTable, isMissed: () => rows.some(({ isMissed }) => isMissed) };
};

export const median = (values) => percentile(values, 0.5);

/** The smallest value that so large a share of all does not exceed. */
export const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];

/** Seconds that the work took. */
export const secondsOf = async (work) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const round = (value, digits) => Number(value.toFixed(value >= 1000 ? 0 : digits));

const aligned = (rows) => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
};
