import type { Draft } from "../../documents/draft.ts";

/** One part is judged and written at a stretch: what takes long about a document is either each one or its length. */
export const MOST_IN_A_PART = 250;
export const CHARACTERS_IN_A_PART = 160 * 1024;

/** A long batch in parts, so that others come in between; a client that is cut off sends the rest again. One part at least. */
export function* partsOf<D extends Pick<Draft, "text">>(drafts: readonly D[]): Generator<readonly D[]> {
  let part: D[] = [];
  let characters = 0;
  for (const draft of drafts) {
    part.push(draft);
    characters += draft.text.length;
    if (part.length < MOST_IN_A_PART && characters < CHARACTERS_IN_A_PART) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0 || drafts.length === 0) yield part;
}
