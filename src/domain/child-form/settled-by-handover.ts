import type { Child } from "../model/kinds/child.ts";
import type { ConfidentialNote } from "../model/kinds/confidential-note.ts";
import { isChildTopic } from "../walls/note-content.ts";
import { handoversOf } from "./hand-over.ts";

/**
 * The concerns of a child that a handover settles: those that officers were told of before it was noted, once it is known to whom the child went. What is
 * added to the handover later settles nothing again. A second record of the child with other adults (`child_twice`) is settled by no handover.
 */
export const settledByHandover = (
  id: string,
  { before, after }: { readonly before: Child; readonly after: Child },
  concerns: readonly ConfidentialNote[],
): readonly ConfidentialNote[] => {
  const [known, noted] = [before, after].map((form) => handoversOf(form).find((one) => one.id === id));
  if (!noted?.name || known?.name) return [];
  return concerns.filter(
    ({ topic, settled, at }) =>
      isChildTopic(topic) && topic !== "child_twice" && !settled && Date.parse(at) <= Date.parse(noted.notedAt),
  );
};
