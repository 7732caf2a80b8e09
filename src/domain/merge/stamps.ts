/**
 * Who wrote what, and what they had seen when they wrote it.
 *
 * A stamp is `<counter>.<device>`: a Lamport counter of the document and the device that wrote. Stamps order writes without a
 * clock; `seen` (device → highest counter) says which writes a version knows of, so that a write that was replaced knowingly
 * can be told from one that was never seen.
 */
export type Stamp = string;

export type Stamps = {
  /** Stamp of every field that is present and has none of its own. */
  readonly base: Stamp;
  readonly own?: Readonly<Record<string, Stamp>>;
  readonly seen: Readonly<Record<string, number>>;
  /** Author and device clock (ISO 8601, UTC) of each stamp in use. For people to read, never to order by. */
  readonly edits: Readonly<Record<Stamp, Edit>>;
};

export type Edit = readonly [by: string, at: string];

export const stampOf = (counter: number, device: string): Stamp => `${counter}.${device}`;

export const counterOf = (stamp: Stamp): number => Number.parseInt(stamp, 10);

export const deviceOf = (stamp: Stamp): string => stamp.slice(stamp.indexOf(".") + 1);

/** Newer is greater: the counter decides, then the device id, so that everybody comes to the same answer. */
export const compareStamps = (a: Stamp, b: Stamp): number => {
  const difference = counterOf(a) - counterOf(b);
  if (difference !== 0) return difference;
  const [one, other] = [deviceOf(a), deviceOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};

export const newerStamp = (a: Stamp, b: Stamp): Stamp => (compareStamps(a, b) >= 0 ? a : b);

/** Devices are named by whoever writes, also like what every object inherits (`constructor`); none of that is a number. */
const counterIn = (seen: Stamps["seen"], device: string): number => {
  const counter = seen[device];
  return typeof counter === "number" ? counter : 0;
};

export const vectorIncludes = (seen: Stamps["seen"], stamp: Stamp): boolean =>
  counterIn(seen, deviceOf(stamp)) >= counterOf(stamp);

export const joinVectors = (a: Stamps["seen"], b: Stamps["seen"]): Record<string, number> => {
  const joined = new Map(Object.entries(a));
  for (const [device, counter] of Object.entries(b)) joined.set(device, Math.max(joined.get(device) ?? 0, counter));
  return Object.fromEntries(joined);
};

export const vectorDominates = (a: Stamps["seen"], b: Stamps["seen"]): boolean =>
  Object.entries(b).every(([device, counter]) => counterIn(a, device) >= counter);

/** The counter of the next write to a document that has seen these. */
export const nextCounter = (seen: Stamps["seen"]): number => 1 + Math.max(0, ...Object.values(seen));
