import { askSame } from "../../../domain/duplicates/ask-same.ts";
import type { LosingFacts, MergeStop } from "../../../domain/duplicates/merge-stop.ts";
import { isMerged } from "../../../domain/duplicates/merged.ts";
import { mergeInto, standFor, tellApart } from "../../../domain/duplicates/same-person.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Attribution } from "../../../domain/roster/stay-commands.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { personWithGroup } from "../../../live/intake/people-of.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useToday } from "../../../live/use-today.ts";
import { followGroup } from "../follow-group.ts";
import { groupWith } from "../members/group-corrections.ts";
import { useCorrection } from "../use-correction.ts";
import { followWithdrawal } from "../withdrawal/follow-withdrawal.ts";

/** Says of two records that they are of one person, or of two; each is one act, with what follows for the group, and can be taken back. */
export const useMerging = (site: string) => {
  const t = useT();
  const words = usePersonLabels();
  const today = useToday();
  const { records } = useLiveContext();
  const { correct, refusal } = useCorrection<MergeStop>(siteDatabase(site));
  const join = (loser: Person, survivor: Person, facts: LosingFacts): Promise<boolean> => {
    const known = personWithGroup(records, site, loser._id);
    const corrections = [
      { id: survivor._id, command: (current: Person) => standFor(current, loser, facts) },
      { id: loser._id, command: (current: Person) => mergeInto(current, survivor, facts) },
      ...(known ? followWithdrawal(loser, known, today) : []),
    ];
    return correct(corrections, t("alike.merge.said", { name: words.name(survivor) }));
  };
  const takeApart = (one: Person, other: Person | undefined): Promise<boolean> => {
    const otherId = other?._id ?? one.mergedInto;
    if (otherId === undefined) return Promise.resolve(false);
    const back = [one, ...(other ? [other] : [])].filter(isMerged).flatMap((person) => {
      const known = personWithGroup(records, site, person._id);
      if (!known?.group) return [];
      const [group, others] = [known.group, known.members.filter(({ _id }) => _id !== person._id)];
      return [...followGroup([others], [[...others, person]], today), ...groupWith({ group, members: others }, person)];
    });
    const corrections = [
      { id: one._id, command: (current: Person) => tellApart(current, otherId) },
      ...(other ? [{ id: other._id, command: (current: Person) => tellApart(current, one._id) }] : []),
      ...back,
    ];
    return correct(corrections, t("alike.merge.apart", { name: words.name(one) }));
  };
  const ask = (one: Person, other: Person, question: string): Promise<boolean> => {
    const command = (current: Person, doing: Attribution) => askSame(current, other._id, question, doing);
    return correct([{ id: one._id, command }], t("alike.ask.said", { name: words.name(one) }));
  };
  return { ask, join, takeApart, refusal };
};
