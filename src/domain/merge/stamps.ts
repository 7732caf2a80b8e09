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

/** Who and when; for a list also what was taken out of it (`join-lists.ts`), so that it does not come back with another's addition. */
export type Edit = readonly [by: string, at: string, taken?: Readonly<Record<string, Readonly<Record<string, Stamp>>>>];

export const stampOf = (counter: number, device: string): Stamp => `${counter}.${device}`;

export const counterOf = (stamp: Stamp): number => Number.parseInt(stamp, 10);

export const deviceOf = (stamp: Stamp): string => stamp.slice(stamp.indexOf(".") + 1);

/**
 * The name under which a device writes in one database. Copies of a document in two databases count on by themselves: under one name, one
 * stamp would stand for two writes, and joining the copies would drop both. Names written before there were these stay as they are.
 */
export const deviceIn = (device: string, database: string): string => device.slice(0, 16 - tagLength) + tagOf(database);

/** True for any name under which this device writes or wrote. */
export const isDevice = (name: string, device: string): boolean =>
  name === device ||
  (name.startsWith(device.slice(0, 16 - tagLength)) &&
    name.length === Math.min(device.length, 16 - tagLength) + tagLength);

/** The device's own name, of the one under which it writes in a database. */
export const deviceBehind = (name: string, database: string): string =>
  name.endsWith(tagOf(database)) ? name.slice(0, -tagLength) : name;

const tagLength = 6;

/** Six letters and digits that follow from a text (FNV-1a, 32 bits). */
export const tagOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return ((hash >>> 0) % 36 ** tagLength).toString(36).padStart(tagLength, "0");
};

/** Newer is greater: the counter decides, then the device id, so that everybody comes to the same answer. */
export const compareStamps = (a: Stamp, b: Stamp): number => {
  const difference = counterOf(a) - counterOf(b);
  if (difference !== 0) return difference;
  const [one, other] = [deviceOf(a), deviceOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};

export const newerStamp = (a: Stamp, b: Stamp): Stamp => (compareStamps(a, b) >= 0 ? a : b);

/**
 * Stands in `seen` for every device that is not named there: a record that was begun anew (`attention/begin-anew.ts`) names those that
 * matter, and takes all writes of the others up to this counter as seen. What was not is told by `late-writes.ts`.
 */
export const everyOther = "*";

export const floorOf = (seen: Stamps["seen"]): number => seen[everyOther] ?? 0;

/** Whether a device is named. Device names are untrusted and may equal an inherited property (`constructor`), which is no number. */
export const isNamed = (seen: Stamps["seen"], device: string): boolean => typeof seen[device] === "number";

const counterIn = (seen: Stamps["seen"], device: string): number =>
  isNamed(seen, device) ? (seen[device] ?? 0) : floorOf(seen);

export const vectorIncludes = (seen: Stamps["seen"], stamp: Stamp): boolean =>
  counterIn(seen, deviceOf(stamp)) >= counterOf(stamp);

/**
 * What either knows. A device that only the lower of two floors covers keeps the counter under which the other names it: named by that floor, it
 * would have its late writes taken as seen (`late-writes.ts`).
 */
export const joinVectors = (a: Stamps["seen"], b: Stamps["seen"]): Record<string, number> => {
  const joined = new Map(Object.entries(a));
  const floor = Math.max(floorOf(a), floorOf(b));
  for (const [device, counter] of Object.entries(b)) joined.set(device, Math.max(joined.get(device) ?? 0, counter));
  if (floor > 0)
    for (const [device, counter] of [...joined])
      if (device !== everyOther && counter <= floor && [a, b].some((seen) => isOnlyBelow(floor, seen, device)))
        joined.delete(device);
  return Object.fromEntries(joined);
};

const isOnlyBelow = (floor: number, seen: Stamps["seen"], device: string): boolean =>
  floorOf(seen) === floor && !isNamed(seen, device);

/**
 * True where `a` surely knows all that `b` names: of a device that only `b` names it knows nothing for sure. Apps that know of no floor name
 * devices below it again.
 */
export const vectorDominates = (a: Stamps["seen"], b: Stamps["seen"]): boolean =>
  Object.entries(b).every(([device, counter]) => (isNamed(a, device) ? (a[device] ?? 0) : 0) >= counter);

/** The counter of the next write to a document that has seen these. */
export const nextCounter = (seen: Stamps["seen"]): number => 1 + Math.max(0, ...Object.values(seen));
