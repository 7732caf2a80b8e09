import type { Document, Sibling } from "../model/document.ts";
import { takenBy } from "./join-lists.ts";
import { type MergeRuleOf, withWrites } from "./merge.ts";
import type { Author } from "./next-version.ts";
import { isList } from "./shown-value.ts";
import {
  compareStamps,
  type Edit,
  joinVectors,
  nextCounter,
  type Stamp,
  stampOf,
  vectorDominates,
  vectorIncludes,
} from "./stamps.ts";
import { type Writes, writesOf } from "./writes.ts";

/**
 * A document that comes back to a database which keeps a tombstone of it. What the tombstone has seen, and therefore taken away, is written
 * there anew; writes that it has not seen keep their stamps; nothing that waits for a person is lost. The tombstone itself where it has seen
 * all of the document: a copy that went on from there long ago.
 */
export const revive = <D extends Document>(rule: MergeRuleOf, tombstone: D, document: D, author: Author): D => {
  if (vectorDominates(tombstone.stamps.seen, document.stamps.seen)) return tombstone;
  const seen = joinVectors(tombstone.stamps.seen, document.stamps.seen);
  let counter = nextCounter(seen);
  const edits: Record<Stamp, Edit> = { ...document.stamps.edits };
  const anew = (field: string, value?: Sibling): Sibling => {
    const stamp = stampOf(counter, author.device);
    counter += 1;
    const taken = value && isList(rule(field)) && { [field]: takenBy(document.stamps.edits, value[0], field) };
    edits[stamp] = taken ? [author.by, author.at, taken] : [author.by, author.at];
    return value?.length === 2 ? [stamp, value[1]] : [stamp];
  };
  const writes: Writes = new Map();
  const [incoming, left] = [writesOf(document), writesOf(tombstone)];
  for (const field of new Set([...incoming.keys(), ...left.keys()].sort())) {
    const known = [...(incoming.get(field)?.values() ?? [])].map((value) =>
      vectorIncludes(tombstone.stamps.seen, value[0]) ? anew(field, value) : value,
    );
    // Written here after the document went, and not carried to it yet.
    const late = [...(left.get(field)?.values() ?? [])].filter(
      (value) => value.length === 2 && field !== "erased" && !vectorIncludes(document.stamps.seen, value[0]),
    );
    const all = known.length + late.length > 0 ? [...known, ...late] : [anew(field)];
    writes.set(field, new Map(all.sort((a, b) => compareStamps(b[0], a[0])).map((value) => [value[0], value])));
  }
  const last = { [author.device]: counter - 1 };
  return withWrites(rule, { ...tombstone, v: Math.max(tombstone.v, document.v) }, writes, {
    seen: counter > nextCounter(seen) ? joinVectors(seen, last) : seen,
    edits,
  });
};
