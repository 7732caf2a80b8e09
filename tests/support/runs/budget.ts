import { appendFileSync } from "node:fs";

/**
 * A time, or a ratio of two, that `npm run bench -- phones` holds to a budget (ms). No other run judges it: the machine may be many times slower than the
 * one the budget was made for.
 */
export const budget = (name: string, value: number, bar?: number, unit = "ms"): void => {
  console.log(`${name}: ${value} ${unit}`);
  if (process.env.FIGURES) appendFileSync(process.env.FIGURES, `${JSON.stringify({ name, value, unit, bar })}\n`);
};
