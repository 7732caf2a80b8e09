import { useState } from "react";
import { hasWords } from "../../../domain/model/has-words.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { House } from "../../../domain/roster/children-alone.ts";
import { noChildrenStay } from "../../../domain/roster/leaving.ts";
import type { Guard } from "../../../domain/safeguarding/release.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { DepartureFields, departureOf, gone } from "./departure-fields.tsx";
import { useLeaving } from "./use-leaving.ts";

type LeaveSheetProps = {
  readonly site: string;
  readonly view: RosterView;
  readonly child: Person;
  readonly guard: Guard;
  readonly house: House;
  readonly onClose: () => void;
};

const nobody: readonly Person[] = [];

/** A child without a parent goes out: with an adult who was confirmed, or it is noted that it has gone. */
export const LeaveSheet = ({ site, view, child, guard, house, onClose }: LeaveSheetProps) => {
  const t = useT();
  const words = usePersonLabels();
  const { leave, refusal } = useLeaving(site, view, house);
  const [chosen, setChosen] = useState<string>();
  const [hasLeft, setHasLeft] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const hasGone = chosen === gone;
  const submit = async () => {
    setHasTried(true);
    if (chosen === undefined || (hasGone && !hasWords(hasLeft))) return;
    const departure = (of: Guard) => departureOf(chosen, of, nobody, words.name, hasLeft);
    if (await leave([child], "leave_start", { departure }, noChildrenStay)) onClose();
  };
  return (
    <Sheet
      open
      title={t("roster.act.leave_start")}
      onClose={onClose}
      actions={
        <Button look={hasGone ? "danger" : "primary"} wide icon="leave" onPress={() => void submit()}>
          {t(hasGone ? "safeguarding.out.note" : "roster.act.leave_start")}
        </Button>
      }
    >
      <Stack>
        <Refusal error={refusal} />
        <DepartureFields
          leaving={[[child, guard]]}
          adults={nobody}
          hasTried={hasTried}
          chosen={chosen}
          hasLeft={hasLeft}
          onChoose={setChosen}
          onHasLeft={setHasLeft}
        />
      </Stack>
    </Sheet>
  );
};
