import type { Person } from "../../../domain/model/kinds/person.ts";
import type { BedWarning } from "../../../domain/roster/bed-warnings.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";

type BedWarningsProps = { readonly warnings: readonly BedWarning[]; readonly people: readonly Person[] };

/** Reasons to think twice; none of them stops anybody. Of children among strangers something is asked elsewhere (`watch-over.tsx`). */
export const BedWarnings = ({ warnings: all, people }: BedWarningsProps) => {
  const t = useT();
  const words = usePersonLabels();
  const warnings = all.filter((warning) => warning.type !== "ChildWithStrangers");
  if (warnings.length === 0) return null;
  const nameOfWarned = (warning: BedWarning) => {
    const person = "personId" in warning && people.find(({ _id }) => _id === warning.personId);
    return person ? words.name(person) : "";
  };
  return (
    <Notice kind="warning" title={t("roster.warning.title")}>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.type}${"personId" in warning ? warning.personId : ""}`}>
            {t(`roster.warning.${warning.type}`, { name: nameOfWarned(warning) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
