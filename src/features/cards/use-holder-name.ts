import type { CardHolder } from "../../domain/cards/cards.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useT } from "../../i18n/use-t.ts";

/** What a person is called, or a group. */
export const useHolderName = (): ((holder: CardHolder) => string) => {
  const t = useT();
  const words = usePersonLabels();
  return (holder) => (holder.kind === "person" ? words.name(holder) : (holder.label ?? t("intake.group")));
};
