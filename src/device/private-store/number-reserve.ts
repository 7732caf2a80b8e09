import { type NumberSeries, numberInSeries, numbersInSeries } from "../../domain/numbers/number-series.ts";
import type { PrivateStore } from "./open-private-store.ts";

/** Registration numbers that this person may give on this phone, without a network. */
export type NumberReserve = {
  /**
   * So many that were never given before; fewer where the reserve is used up, and none where it has less than `least`. They are on the disk as given before
   * they are answered.
   */
  take(count: number, least?: number): Promise<readonly string[]>;
  held(): Promise<readonly NumberSeries[]>;
  /** How many are left. */
  left(): Promise<number>;
  /** Adds series that the server gave, and ends those that it says are another phone's. */
  settle(given: readonly NumberSeries[], notYours: readonly NumberSeries[]): Promise<void>;
};

/** `next`: place of the number that is given next, 0 to 1000. */
type Begun = { readonly series: NumberSeries; readonly next: number };

export const openNumberReserve = (settings: PrivateStore["settings"]): NumberReserve => {
  /** One after the other: the value is sealed, so that reading and writing it are no transaction. One tab of a phone is at work at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  };
  const read = async (): Promise<readonly Begun[]> => (await settings.get<readonly Begun[]>(key)) ?? [];
  return {
    take: (count, least = 0) =>
      inTurn(async () => {
        const begun = await read();
        if (leftIn(begun) < least) return [];
        const { numbers, rest } = taken(begun, count);
        if (numbers.length > 0) await settings.set(key, rest);
        return numbers;
      }),
    held: () => inTurn(async () => (await read()).map(({ series }) => series)),
    left: () => inTurn(async () => leftIn(await read())),
    settle: (given, notYours) =>
      inTurn(async () => {
        const begun = await read();
        const kept = begun.filter(({ series }) => !notYours.includes(series));
        const added = given.filter((series) => begun.every((one) => one.series !== series));
        await settings.set(key, [...kept, ...added.map((series) => ({ series, next: 0 }))]);
      }),
  };
};

const key = "numbers";

const leftIn = (begun: readonly Begun[]): number => begun.reduce((sum, { next }) => sum + numbersInSeries - next, 0);

/** Of those that are used up the last few are kept: the phone goes on telling a server that was put back that they were given. */
const mostSeries = 10;

const taken = (begun: readonly Begun[], count: number): { numbers: readonly string[]; rest: readonly Begun[] } => {
  const numbers: string[] = [];
  const rest = begun.map(({ series, next }) => {
    const end = Math.min(numbersInSeries, next + count - numbers.length);
    for (let place = next; place < end; place++) numbers.push(numberInSeries(series, place));
    return { series, next: end };
  });
  return { numbers, rest: rest.slice(-mostSeries) };
};
