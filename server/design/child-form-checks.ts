import { childFormId } from "../../src/domain/child-form/form-id.ts";
import { isFirstNoted } from "../../src/domain/child-form/hand-over.ts";
import { deepEqual } from "../../src/domain/merge/deep-equal.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { isTombstone } from "../../src/domain/model/kind.ts";
import type { Child, Handover } from "../../src/domain/model/kinds/child.ts";

/**
 * Why the form of a child is not taken as it comes; nothing where it is. One form for each child; what was handed over and which authority was told stays, in the
 * name of who noted it.
 */
export const refusedOfChildForm = (
  incoming: Document,
  stored: Document | undefined,
  account: string,
): string | undefined => {
  if (incoming.kind !== "child" || isTombstone(incoming)) return undefined;
  const [now, before] = [incoming, stored ?? {}] as unknown as readonly [Child, Partial<Child>];
  if (now._id !== childFormId(now.personId)) return "event_id";
  const { handovers = [], notified = [] } = now;
  const [addedHandovers, addedNotified] = [added(handovers, before.handovers), added(notified, before.notified)];
  if (added(before.handovers, handovers).length > 0 || added(before.notified, notified).length > 0) return "event";
  if ([...addedHandovers, ...addedNotified].some(({ by }) => by !== account)) return "other_author";
  return addedHandovers.some((one) => writesOver(one, handovers)) ? "event" : undefined;
};

/** What stands in a list and not in another one. */
const added = <T>(list: readonly T[] = [], others: readonly T[] = []): readonly T[] =>
  list.filter((one) => !others.some((other) => deepEqual(other, one)));

/** Whether an entry takes the place of what was noted of a handover at first: it stands as that one, too, or says that it is earlier. */
const writesOver = (entry: Handover, all: readonly Handover[]): boolean => {
  const others = all.filter((one) => one !== entry && one.id === entry.id && isFirstNoted(one));
  return others.some((first) => isFirstNoted(entry) || Date.parse(entry.notedAt) < Date.parse(first.notedAt));
};
