import { notedBy } from "../../../domain/attention/noted-by.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { type ChildAlone, childrenAloneIn, houseKinds } from "../../../live/roster/house.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { List } from "../../../ui/display/list.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { PersonRow } from "./person-row.tsx";

type ChildrenAloneNoticeProps = {
  readonly site: string;
  /** Of one child only; else of every child in the house. */
  readonly of?: string;
};

/** For everybody at the site: which children are in the house without an adult, and what was said about who looks after them. */
export const ChildrenAloneNotice = ({ site, of }: ChildrenAloneNoticeProps) => {
  const t = useT();
  const careText = useCareText();
  const alone = useLive(houseKinds, childrenAloneIn, site, useToday());
  if (of !== undefined) {
    const one = alone.find(({ child }) => child._id === of);
    return one ? (
      <Notice kind="danger" title={t("roster.alone.title")}>
        {careText(one)}
      </Notice>
    ) : null;
  }
  if (alone.length === 0) return null;
  return (
    <Stack space="tight">
      <Notice kind="danger" title={t("roster.alone.title")} />
      <List label={t("roster.alone.title")}>
        {alone.map((one) => (
          <PersonRow key={one.child._id} person={one.child} detail={careText(one)} />
        ))}
      </List>
    </Stack>
  );
};

const useCareText = () => {
  const t = useT();
  const words = usePersonLabels();
  const { dayAndTime } = useFormats();
  return ({ child, care }: ChildAlone): string =>
    [
      words.who(child),
      ...(care.length === 0 ? [t("roster.alone.noCare")] : []),
      ...care.map((answer) =>
        t("roster.alone.care", { care: answer.childrenCare ?? "", who: notedBy(answer), when: dayAndTime(answer.at) }),
      ),
    ].join(" · ");
};
