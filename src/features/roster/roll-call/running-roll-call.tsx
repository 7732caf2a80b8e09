import { useState } from "react";
import { firstAnswer } from "../../../domain/roster/roll-calls.ts";
import { useSiteName } from "../../../forms/use-site-name.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { answerOf, type RollCallView } from "../../../live/roster/roll-call-view.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { PrintRollCall } from "../print/roll-call-print.tsx";
import { AnswerSheet } from "./answer-sheet.tsx";
import { expectedPeople } from "./expected-people.ts";
import { RollCallList } from "./roll-call-list.tsx";
import { RollCallNumbers } from "./roll-call-numbers.tsx";
import { useRollCall } from "./use-roll-call.ts";

type RunningRollCallProps = { readonly site: string; readonly view: RosterView; readonly rollCall: RollCallView };

/** Counting heads, room by room. */
export const RunningRollCall = ({ site, view, rollCall }: RunningRollCallProps) => {
  const t = useT();
  const label = useCodeLabel();
  const { number, dayAndTime } = useFormats();
  const { answer, correct, end, isEnding, setIsEnding, refusal } = useRollCall(site, rollCall);
  const [asked, setAsked] = useState<Resident>();
  const people = expectedPeople(view);
  const place = useSiteName(site) ?? site;
  const isUnchecked = ({ person }: Resident) => answerOf(rollCall, person._id) === "not_checked";
  const unchecked = people.filter(isUnchecked);
  const press = (resident: Resident) => {
    if (isUnchecked(resident)) void answer([resident], firstAnswer(rollCall.rollCall.type));
    else setAsked(resident);
  };
  const { type, startedAt, by } = rollCall.rollCall;
  return (
    <Section title={label("rollCallKind", type)}>
      <p>{t("roster.call.began", { when: dayAndTime(startedAt), who: by })}</p>
      <Refusal error={refusal} />
      <RollCallNumbers rollCall={rollCall} people={people} />
      <RollCallList
        site={site}
        view={view}
        rollCall={rollCall}
        people={people}
        onPress={press}
        onFamily={(family) => void answer(family.filter(isUnchecked), firstAnswer(type))}
      />
      <PrintRollCall view={view} people={people} rollCall={rollCall} place={place} />
      <Button wide icon="flag" onPress={() => setIsEnding(true)}>
        {t("roster.call.end")}
      </Button>
      <AnswerSheet
        rollCall={rollCall}
        resident={asked}
        onAnswer={(resident, to) => void correct(resident, to)}
        onClose={() => setAsked(undefined)}
      />
      <ConfirmDialog
        open={isEnding}
        title={t("roster.call.endTitle")}
        confirmLabel={t("roster.call.end")}
        onConfirm={() => void end()}
        onCancel={() => setIsEnding(false)}
      >
        {unchecked.length > 0
          ? t("roster.call.endText", { number: number(unchecked.length) })
          : t("roster.call.endAll")}
      </ConfirmDialog>
    </Section>
  );
};
