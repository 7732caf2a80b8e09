import { useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { House } from "../../../domain/roster/children-alone.ts";
import { noChildrenStay } from "../../../domain/roster/leaving.ts";
import type { Guard } from "../../../domain/safeguarding/release.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { DepartureFields } from "./departure-fields.tsx";
import { useDepartures } from "./use-departures.ts";
import { useLeaving } from "./use-leaving.ts";

type LeaveSheetProps = {
  readonly site: string;
  readonly view: RosterView;
  readonly child: Person;
  readonly group: readonly Person[];
  readonly guard: Guard;
  readonly house: House;
  readonly onClose: () => void;
};

/** A child without a parent goes out: with an adult who was confirmed, or it is noted that it has gone. */
export const LeaveSheet = ({ site, view, child, group, guard, house, onClose }: LeaveSheetProps) => {
  const t = useT();
  const { leave, refusal } = useLeaving(site, view, house);
  const { asked, departure, hasGone, lacksAnswer } = useDepartures([[child, guard]], [child._id], group);
  const [hasTried, setHasTried] = useState(false);
  const submit = async () => {
    setHasTried(true);
    if (lacksAnswer) return;
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
        <DepartureFields asked={asked} hasTried={hasTried} />
      </Stack>
    </Sheet>
  );
};
