import { firstPaperBlock, shortCode } from "./short-code.ts";

/**
 * A tenth of a device block: five digits, of which the first four are the block (0001 to 8999). A phone gets a series from the server and makes a thousand
 * numbers of it without a network; whole blocks would last for 8,999 phones only.
 */
export type NumberSeries = number;

export const numbersInSeries = 1_000;

/** Series that phones get: those of blocks from 9000 on are printed on paper forms. */
export const [firstSeries, afterLastSeries] = [10, firstPaperBlock * 10] as const;

export const isNumberSeries = (value: unknown): value is NumberSeries =>
  Number.isInteger(value) && Number(value) >= firstSeries && Number(value) < afterLastSeries;

/** The series of a number; undefined for those that are printed on paper forms. */
export const seriesOf = (code: string): NumberSeries | undefined => {
  const series = Number(code.slice(0, 5));
  return isNumberSeries(series) ? series : undefined;
};

/** One of its numbers; `place` is 0 to 999. */
export const numberInSeries = (series: NumberSeries, place: number): string =>
  shortCode(Math.floor(series / 10), (series % 10) * numbersInSeries + place);
