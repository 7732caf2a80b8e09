import type { Document, Sibling } from "../model/document.ts";
import { deepEqual } from "./deep-equal.ts";
import { joinLists } from "./join-lists.ts";
import type { MergeRule } from "./shown-value.ts";
import { deviceOf } from "./stamps.ts";

/**
 * What waits for a person beside a new write that settles nothing: different values that its writer was not shown; of a list those with elements
 * that were not. Nothing waits that nobody is asked about.
 */
export const stillWaiting = (
  rule: MergeRule,
  { rivals, stamps }: Document,
  field: string,
  [, written]: Sibling,
  author: { readonly by: string; readonly device: string },
): readonly Sibling[] => {
  const values = rivals?.[field] ?? [];
  if (rule === "members") {
    const open = joinLists(field, values, stamps.edits).filter(
      ({ element, isDoubtful }) => isDoubtful && !holds(written, element),
    );
    return values.filter(([, value]) => open.some(({ element }) => holds(value, element)));
  }
  if (rule !== "newest") return [];
  const different = values
    .slice(1)
    .filter(([, value], place) =>
      [written, ...values.slice(0, place + 1).map((one) => one[1])].every((one) => !deepEqual(one, value)),
    );
  if (different.length <= mostWaiting) return different;
  const isTheirs = ([stamp]: Sibling) => deviceOf(stamp) === author.device && stamps.edits[stamp]?.[0] === author.by;
  return different.filter((value) => !isTheirs(value));
};

/** Where more than these wait, what somebody wrote replaces what they wrote there before on the same device: no more wait than people wrote. */
const mostWaiting = 8;

const holds = (list: unknown, element: unknown): boolean => [list].flat().some((one) => deepEqual(one, element));
