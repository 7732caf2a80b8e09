import type { ReactNode } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useHeld } from "../../../live/use-held.ts";
import { hasSettled, useSession } from "../../../session/use-session.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { keyOfGroup, waitingGroups } from "./waiting-groups.ts";

export type HeldGroups = {
  readonly groups: readonly (readonly Person[])[];
  /** How many have come since, and the way to see them; nothing where nobody has. */
  readonly laterOnes: ReactNode;
};

/** The families that wait, in a list that does not move under a finger. */
export const useHeldGroups = (people: readonly Person[]): HeldGroups => {
  const t = useT();
  const { number } = useFormats();
  const { shown, later, showLater } = useHeld(waitingGroups(people), keyOfGroup, useSession(hasSettled));
  const laterOnes = later > 0 && (
    <Button look="quiet" icon="down" onPress={showLater}>
      {t("ui.later", { number: number(later) })}
    </Button>
  );
  return { groups: shown, laterOnes };
};
