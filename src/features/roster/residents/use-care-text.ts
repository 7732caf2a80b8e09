import { notedBy } from "../../../domain/attention/noted-by.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { ChildAlone } from "../../../live/roster/house.ts";

/** Who the child is, and what was said about who looks after it. */
export const useCareText = (): ((one: ChildAlone) => string) => {
  const t = useT();
  const words = usePersonLabels();
  const { dayAndTime } = useFormats();
  return ({ child, care }) =>
    [
      words.who(child),
      ...(care.length === 0 ? [t("roster.alone.noCare")] : []),
      ...care.map((answer) =>
        t("roster.alone.care", { care: answer.childrenCare ?? "", who: notedBy(answer), when: dayAndTime(answer.at) }),
      ),
    ].join(" · ");
};
