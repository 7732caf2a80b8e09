type Numbered = { readonly order: number };

/**
 * The place of each of these events of one stay or passenger, as its writer had seen the others. `events` are all of them, also what was taken back:
 * a number that is far beyond how many there are cannot come from having seen them. It counts as written before all others, so that
 * whatever was written stands after it, and the numbers never run out.
 */
export const placeIn = <E extends Numbered>(events: readonly E[]): ((event: E) => number) => {
  const furthest = events.length + mostMissing;
  return ({ order }) => (order > furthest ? 0 : order);
};

/** As many events may be known to their writers and still be on the way to here. */
const mostMissing = 50;

/** The number for the next event after these. */
export const nextOrder = (events: readonly Numbered[]): number => 1 + Math.max(0, ...events.map(placeIn(events)));
