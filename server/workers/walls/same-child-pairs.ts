import { type Compared, mayBeSameChild } from "../../../src/domain/child-form/same-child.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";

/** Two records that may be of one child. */
export type Pair = readonly [first: Compared, later: Compared];

/** Names a pair, whichever of its records changed. */
export const pairKey = ([first, later]: Pair): string => `twice.${keyOf(first.person._id)}.${keyOf(later.person._id)}`;

/** The pairs of which officers are told already, for as long as the server runs: a correction of a record asks the database for nothing then. */
export type PlacedPairs = {
  readonly add: (pair: Pair) => void;
  /** Whether officers may still be told of a pair. Of one record they are told of five others, the earliest: a sixth tells them nothing new. */
  readonly isOpen: (pair: Pair) => boolean;
};

export const placedPairs = (): PlacedPairs => {
  const ofLater = new Map<string, Set<string>>();
  return {
    add: (pair) => {
      const id = pair[1].person._id;
      ofLater.set(id, (ofLater.get(id) ?? new Set()).add(pairKey(pair)));
    },
    isOpen: (pair) => {
      const placed = ofLater.get(pair[1].person._id);
      return !placed || (placed.size < mostOthers && !placed.has(pairKey(pair)));
    },
  };
};

const mostOthers = 5;

/** Pairs of a child with others near it of which officers may still be told, those with the earliest records first: two servers tell of the same ones. */
export const openPairs = (
  placed: PlacedPairs,
  child: Compared,
  others: readonly Compared[],
  on: string,
): readonly Pair[] =>
  others
    .map((other) => inOrder(child, other))
    .filter((pair) => placed.isOpen(pair) && mayBeSameChild(...pair, on))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

const orderOf = ([first, later]: Pair): string => `${beginningOf(first)} ${beginningOf(later)}`;

/** Which record is the later one follows from the records, so that a pair is one concern whichever changed. */
const inOrder = (a: Compared, b: Compared): Pair => (beginningOf(a) < beginningOf(b) ? [a, b] : [b, a]);

const beginningOf = ({ person: { createdAt, _id } }: Compared): string => `${createdAt} ${_id}`;
