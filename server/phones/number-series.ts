import { randomInt } from "node:crypto";
import { afterLastSeries, firstSeries, type NumberSeries } from "../../src/domain/numbers/number-series.ts";
import type { CouchClient } from "../couch-client.ts";
import { type PhoneRecord, phoneId, serverDatabase } from "./phone-record.ts";

/** `held`: series that the phone has numbers of; `wanted`: how many more it asks for. */
export type SeriesRequest = {
  readonly account: string;
  readonly device: string;
  readonly held: readonly NumberSeries[];
  readonly wanted: number;
};

/** `given` are new; `notYours` are another phone's, and no number of them is to be made any more. */
export type SeriesAnswer = { readonly given: readonly NumberSeries[]; readonly notYours: readonly NumberSeries[] };

/**
 * Gives a phone series of registration numbers that no other phone has. A series is drawn at random, so that a server that was put back to an older state hardly
 * gives one again that it has forgotten; and what a phone says it holds is written down, so that it learns of those. False for a device of another account.
 * `mayGive` counts what is given, `mayClaim` what a phone says it holds and the server does not know.
 */
export const giveSeries = async (
  couch: CouchClient,
  { account, device, held, wanted }: SeriesRequest,
  { mayGive, mayClaim }: { readonly mayGive: () => boolean; readonly mayClaim: () => boolean },
  draw: () => NumberSeries = () => randomInt(firstSeries, afterLastSeries),
): Promise<SeriesAnswer | false> => {
  const phone = await couch.get<PhoneRecord>(`${serverDatabase}/${phoneId(device)}`);
  if (phone.status !== 200 || phone.body.account !== account) return false;
  const notYours: NumberSeries[] = [];
  const holders = await holdersOf(couch, [...new Set(held)]);
  for (const [series, holder] of holders) {
    // One that is not written down was given before the server was put back, or is made up: an account has few of those.
    if (holder === undefined ? mayClaim() && !(await take(couch, series, device)) : holder !== device)
      notYours.push(series);
  }
  const given: NumberSeries[] = [];
  for (let tries = 0; given.length < wanted && tries < mostTries; tries++) {
    const series = draw();
    if ((await holderOf(couch, series)) !== undefined) continue;
    if (!mayGive()) break;
    if (await take(couch, series, device)) given.push(series);
  }
  return { given, notYours };
};

/** More draws than that find nothing where nearly all are given: the phone asks again at its next contact. */
const mostTries = 50;

type SeriesRecord = { readonly device: string };

/** The document that says whose a series is. */
export const seriesId = (series: NumberSeries): string => `series:${String(series).padStart(5, "0")}`;
const pathOf = (series: NumberSeries): string => `${serverDatabase}/${seriesId(series)}`;

/** Of several at once. */
const holdersOf = async (
  couch: CouchClient,
  held: readonly NumberSeries[],
): Promise<readonly (readonly [NumberSeries, string | undefined])[]> => {
  if (held.length === 0) return [];
  const { status, body } = await couch.post<{ readonly rows: readonly { readonly doc?: SeriesRecord | null }[] }>(
    `${serverDatabase}/_all_docs?include_docs=true`,
    { keys: held.map(seriesId) },
  );
  if (status !== 200) throw new Error(`series of numbers were not read: ${status}`);
  return held.map((series, at) => [series, body.rows[at]?.doc?.device] as const);
};

const holderOf = async (couch: CouchClient, series: NumberSeries): Promise<string | undefined> => {
  const { status, body } = await couch.get<SeriesRecord>(pathOf(series));
  if (status !== 200 && status !== 404) throw new Error(`a series of numbers was not read: ${status}`);
  return status === 200 ? body.device : undefined;
};

/** A series is one document: two servers cannot both make it. */
const take = async (couch: CouchClient, series: NumberSeries, device: string): Promise<boolean> => {
  const { status } = await couch.put(pathOf(series), { device } satisfies SeriesRecord);
  if (status < 300) return true;
  if (status !== 409) throw new Error(`a series of numbers was not written down: ${status}`);
  return (await holderOf(couch, series)) === device;
};
