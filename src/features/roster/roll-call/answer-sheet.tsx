import type { RollCallAnswer } from "../../../domain/roster/roll-calls.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { answerOf, type RollCallView } from "../../../live/roster/roll-call-view.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { answerLooks } from "./answer-badge.tsx";

type AnswerSheetProps = {
  readonly rollCall: RollCallView;
  /** About whom; closed without. */
  readonly resident: Resident | undefined;
  readonly onAnswer: (resident: Resident, answer: RollCallAnswer | "not_checked") => void;
  readonly onClose: () => void;
};

/** Every other answer, and taking one back. */
export const AnswerSheet = ({ rollCall, resident, onAnswer, onClose }: AnswerSheetProps) => {
  const t = useT();
  const label = useCodeLabel();
  const words = usePersonLabels();
  const given = resident && answerOf(rollCall, resident.person._id);
  const give = (answer: RollCallAnswer | "not_checked") => {
    if (resident) onAnswer(resident, answer);
    onClose();
  };
  return (
    <Sheet open={resident !== undefined} title={resident ? words.name(resident.person) : ""} onClose={onClose}>
      <Stack space="tight">
        {offered.map((answer) => (
          <Button
            key={answer}
            look={answer === given ? "primary" : "plain"}
            icon={answerLooks[answer].icon}
            wide
            onPress={() => give(answer)}
          >
            {label("presenceEvent", answer)}
          </Button>
        ))}
        <Button look="quiet" icon="undo" wide onPress={() => give("not_checked")}>
          {t("roster.call.mistake")}
        </Button>
      </Stack>
    </Sheet>
  );
};

const offered: readonly RollCallAnswer[] = ["seen", "safe_outside", "needs_help", "excused", "missing"];
