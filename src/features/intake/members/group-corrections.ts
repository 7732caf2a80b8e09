import { warsawDay } from "../../../domain/dates/warsaw-time.ts";
import { changeGroup } from "../../../domain/intake/change-group.ts";
import type { Counts } from "../../../domain/intake/group-counts.ts";
import { withoutFocal } from "../../../domain/intake/move-member.ts";
import { countsWith, countsWithout } from "../../../domain/intake/reconcile-counts.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Attribution } from "../../../domain/roster/stay-commands.ts";
import type { Correction } from "../use-correction.ts";

/** A group and who is in it. */
export type Party = { readonly group: Group; readonly members: readonly Person[] };

/** What a group becomes that somebody leaves: its counts, where they agreed before, and who speaks for it. */
export const groupWithout = ({ group, members }: Party, gone: Person): readonly Correction<never>[] => {
  const rest = members.filter(({ _id }) => _id !== gone._id);
  const isFocal = group.focalPersonId === gone._id && rest.length > 0;
  return [
    ...recounted(group, countsWithout(group.counts, members, gone, warsawDay(group.arrivedAt))),
    ...(isFocal ? [{ id: group._id, command: (current: Group) => withoutFocal(current, gone._id, rest) }] : []),
  ];
};

/** The same of a group that somebody joins. */
export const groupWith = ({ group, members }: Party, come: Person): readonly Correction<never>[] =>
  recounted(group, countsWith(group.counts, members, come, warsawDay(group.arrivedAt)));

/** Counts of nobody are none: they stay until somebody counts anew. */
const recounted = (group: Group, counts: Counts | undefined): readonly Correction<never>[] => {
  if (counts === undefined || counts === group.counts || Object.keys(counts).length === 0) return [];
  const recount = (current: Group, doing: Attribution) => changeGroup(current, { line: "counts", counts }, doing);
  return [{ id: group._id, command: recount as Correction<never>["command"] }];
};
