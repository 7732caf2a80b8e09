import type { CodeOf } from "../../../domain/model/codes.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";

type Concerns = { readonly isChild: boolean; readonly alone: readonly Person[] };

type Question = {
  /** Who may come to harm, by name. */
  readonly warnings: readonly string[];
  readonly label: string;
  readonly hint: string | undefined;
};

/** What is asked in words before a registration is taken back: of a child, of children who stay, or of another reason. */
export const useWithdrawalQuestion = () => {
  const t = useT();
  const words = usePersonLabels();
  const { and } = useFormats();
  const named = (person: Person): string => `${words.name(person)} (${words.who(person)})`;
  return (person: Person, { isChild, alone }: Concerns, reason: CodeOf<"withdrawReason"> | undefined): Question => {
    const warnings = [
      ...(isChild ? [t("correction.withdraw.child", { name: named(person) })] : []),
      ...(alone.length > 0 ? [t("correction.withdraw.alone", { names: and(alone.map(named)) })] : []),
    ];
    if (isChild)
      return {
        warnings,
        label: t(reason === "registered_twice" ? "correction.withdraw.otherRecord" : "correction.withdraw.whereChild"),
        hint: t("person.childrenStay.careHint"),
      };
    if (alone.length > 0)
      return { warnings, label: t("person.childrenStay.care"), hint: t("person.childrenStay.careHint") };
    return { warnings, label: t("correction.withdraw.otherReason"), hint: undefined };
  };
};
