import { editsOf } from "../../../domain/merge/edits-of.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";

/** Why, by whom and when a registration was taken back, and what was answered. */
export const useWithdrawalSaid = (): ((person: Person) => string) => {
  const t = useT();
  const label = useCodeLabel();
  const { dayAndTime } = useFormats();
  return (person) => {
    const edit = editsOf(person).find(({ fields }) => fields.includes("withdrawn"));
    return [
      person.withdrawn && label("withdrawReason", person.withdrawn),
      person.withdrawnNote,
      edit && t("roster.history.line", { when: dayAndTime(edit.at), who: edit.by }),
    ]
      .filter(Boolean)
      .join(" · ");
  };
};
