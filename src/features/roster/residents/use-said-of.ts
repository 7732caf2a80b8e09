import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Presence } from "../../../domain/model/kinds/presence.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";

/** What was noted of whom, as it is said once it is saved. */
export const useSaidOf = () => {
  const t = useT();
  const label = useCodeLabel();
  const words = usePersonLabels();
  const { and } = useFormats();
  return (event: Presence["event"] | "bed" | "move", people: readonly Person[]): string => {
    const what = event === "bed" || event === "move" ? t(`roster.act.said.${event}`) : label("presenceKind", event);
    return t("roster.act.saved", { event: what, names: and(people.map((person) => words.name(person))) });
  };
};
