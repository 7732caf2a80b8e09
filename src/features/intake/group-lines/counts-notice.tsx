import { warsawDay } from "../../../domain/dates/warsaw-time.ts";
import { changeGroup, type GroupLineError } from "../../../domain/intake/change-group.ts";
import { countsOf } from "../../../domain/intake/group-counts.ts";
import { contradictionOf } from "../../../domain/intake/reconcile-counts.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Attribution } from "../../../domain/roster/stay-commands.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useRights } from "../../../live/use-rights.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { hook } from "../../../ui/test-hooks.ts";
import { editHref } from "../addresses.ts";
import { useCorrection } from "../use-correction.ts";
import { useCountsInWords } from "./use-counts-in-words.ts";

type CountsNoticeProps = { readonly group: Group; readonly people: readonly Person[] };

/** Says where the counts of a group and its people contradict each other, and asks which is right. */
export const CountsNotice = ({ group, people }: CountsNoticeProps) => {
  const t = useT();
  const words = usePersonLabels();
  const { and } = useFormats();
  const countsInWords = useCountsInWords();
  const database = siteDatabase(group.site);
  const { mayChange } = useRights();
  const { correct, refusal } = useCorrection<GroupLineError>(database);
  const arrived = warsawDay(group.arrivedAt);
  const found = contradictionOf(group.counts, people, arrived);
  if (!found || !mayChange(database, group, "counts")) return null;

  const counted = countsInWords(found.counts);
  const named = found.people.map((person) => `${words.name(person)} (${words.who(person)})`);
  const follow = () => {
    const counts = countsOf(people, arrived);
    const command = (current: Group, doing: Attribution) => changeGroup(current, { line: "counts", counts }, doing);
    const said = t("correction.line.said", { line: t("correction.counts.title"), group: group.label ?? "" });
    return correct([{ id: group._id, command }], said);
  };
  return (
    <div data-test={hook("counts-differ")}>
      <Refusal error={refusal} />
      <Notice
        kind="warning"
        title={t("correction.counts.differ")}
        action={
          <Stack space="tight">
            <Button icon="check" onPress={() => void follow()}>
              {t("correction.counts.follow")}
            </Button>
            {found.people.map((person) => (
              <LinkButton key={person._id} href={editHref(person._id, "birth")} icon="edit">
                {t("correction.counts.correct", { name: words.name(person) })}
              </LinkButton>
            ))}
          </Stack>
        }
      >
        {counted && (
          <p>{t(named.length > 0 ? "correction.counts.counted" : "correction.counts.missing", { counted })}</p>
        )}
        {named.length > 0 && <p>{t("correction.counts.named", { names: and(named) })}</p>}
      </Notice>
    </div>
  );
};
