import { childFormId } from "../../src/domain/child-form/form-id.ts";
import { deepEqual } from "../../src/domain/merge/deep-equal.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { isTombstone } from "../../src/domain/model/kind.ts";
import type { Child } from "../../src/domain/model/kinds/child.ts";

/** Why the form of a child is not taken as it comes; nothing where it is. One form for each child; what was handed over stays, in the name of who noted it. */
export const refusedOfChildForm = (
  incoming: Document,
  stored: Document | undefined,
  account: string,
): string | undefined => {
  if (incoming.kind !== "child" || isTombstone(incoming)) return undefined;
  const [now, before] = [incoming, stored ?? {}] as unknown as readonly [Child, Partial<Child>];
  if (now._id !== childFormId(now.personId)) return "event_id";
  const { handovers = [], notified = [] } = now;
  const isThere = (list: readonly unknown[] | undefined, one: unknown) => list?.some((other) => deepEqual(other, one));
  if (before.handovers?.some((one) => !isThere(handovers, one))) return "event";
  const isOthers =
    handovers.some((one) => one.by !== account && !isThere(before.handovers, one)) ||
    notified.some((one) => one.by !== account && !isThere(before.notified, one));
  return isOthers ? "other_author" : undefined;
};
