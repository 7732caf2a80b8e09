import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { usePrintFoot } from "../../../forms/use-print-foot.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { answerOf, type RollCallView } from "../../../live/roster/roll-call-view.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { PrintButton } from "../../../ui/print/print-button.tsx";
import { PrintBox, PrintSheet } from "../../../ui/print/print-sheet.tsx";
import { roomsToCheck } from "../roll-call/rooms-to-check.ts";
import { useNotSentYet } from "./use-not-sent-yet.ts";
import { usePaperMarks } from "./use-paper-marks.ts";

type Props = {
  readonly view: RosterView;
  readonly people: readonly Resident[];
  readonly rollCall: RollCallView;
  readonly place: string;
};

/** The people to look for on paper, as one walks through the house; what was answered already stands beside. */
export const PrintRollCall = (props: Props) => <PrintButton sheet={() => <RollCallSheet {...props} />} />;

const RollCallSheet = ({ view, people, rollCall, place }: Props) => {
  const t = useT();
  const words = usePersonLabels();
  const label = useCodeLabel();
  const foot = usePrintFoot();
  const marks = usePaperMarks();
  const notSent = useNotSentYet();
  const { dayAndTime } = useFormats();
  const { type, startedAt, by } = rollCall.rollCall;
  return (
    <PrintSheet
      title={`${place}: ${label("rollCallKind", type)}`}
      facts={[
        t("roster.call.began", { when: dayAndTime(startedAt), who: by }),
        words.howMany(people.length, 0),
        ...notSent,
      ]}
      columns={[
        t("roster.print.name"),
        t("roster.print.who"),
        t("roster.print.marks"),
        t("roster.print.answer"),
        t("roster.print.seen"),
      ]}
      groups={roomsToCheck(view, people).map(({ key, code, families }) => ({
        key: key || "none",
        title: `${code === undefined ? t("roster.print.noRoom") : t("roster.room.name", { code })} · ${words.howMany(families.flat().length, 0)}`,
        rows: families.flat().map(({ person }) => {
          const answer = answerOf(rollCall, person._id);
          return {
            key: person._id,
            cells: [
              words.bothNames(person),
              words.who(person),
              marks(person),
              answer === "not_checked" ? "" : label("presenceEvent", answer),
              <PrintBox key="box" />,
            ],
          };
        }),
      }))}
      foot={foot(place)}
    />
  );
};
