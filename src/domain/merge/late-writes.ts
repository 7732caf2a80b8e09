import type { Document, Sibling } from "../model/document.ts";
import { type DistinctWrites, withNames } from "./clashing-stamps.ts";
import { counterOf, deviceOf, floorOf, isNamed, type Stamp, type Stamps, stampOf, tagOf } from "./stamps.ts";

/**
 * A record that was begun anew takes the writes of all devices that it does not name as seen. Where `seen` is that of such a record, the
 * writes of a copy from before that it knows of in no other way get names which nobody has seen: they are joined, and asked about where
 * they differ. A name follows from the write, so that the same write has it wherever this is done.
 */
export const withLateNames = <D extends Document>(copy: DistinctWrites<D>, seen: Stamps["seen"]): DistinctWrites<D> => {
  if (floorOf(seen) === 0) return copy;
  const { document } = copy;
  const counter = Math.max(floorOf(seen), floorOf(document.stamps.seen)) + 1;
  const renamed = new Map<Stamp, Stamp>();
  const writes = new Map(
    [...copy.writes].map(([field, values]) => {
      const named = [...values.values()].map((value) => {
        if (!isLate(value[0], document.stamps.seen, seen)) return value;
        const name = stampOf(counter, deviceOf(value[0]).slice(0, 10) + tagOf(value[0]));
        renamed.set(value[0], name);
        return (value.length === 2 ? [name, value[1]] : [name]) as Sibling;
      });
      return [field, new Map(named.map((value) => [value[0], value]))] as const;
    }),
  );
  return renamed.size === 0 ? copy : { writes, document: withNames(document, [...renamed]) };
};

/** Whether only the floor of `seen` covers a write, and not that of the copy that brings it. */
const isLate = (stamp: Stamp, own: Stamps["seen"], seen: Stamps["seen"]): boolean =>
  isCoveredByFloor(stamp, seen) && !isCoveredByFloor(stamp, own);

const isCoveredByFloor = (stamp: Stamp, seen: Stamps["seen"]): boolean =>
  counterOf(stamp) <= floorOf(seen) && !isNamed(seen, deviceOf(stamp));
