import { type PastedAt, withPasted } from "../../domain/intake/pasted-people.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useToday } from "../../live/use-today.ts";
import { Button } from "../../ui/actions/button.tsx";
import type { People } from "./typed-note.tsx";

type LinesQuestionProps = {
  readonly at: PastedAt;
  readonly lines: readonly string[];
  readonly set: People["set"];
  readonly onAnswer: () => void;
};

/** Asks whether pasted lines are several people. Until an answer they stand in the box as one line, so that nothing is lost. */
export const LinesQuestion = ({ at, lines, set, onAnswer }: LinesQuestionProps) => {
  const t = useT();
  const today = useToday();
  const { newId } = useLiveContext();
  const add = () => {
    set((form) => withPasted(form, at, lines, { today, newId: () => newId("person") }));
    onAnswer();
  };
  return (
    <div className="p-said" role="status">
      <strong>{t("correction.typed.lines", { count: lines.length })}</strong> {t("correction.typed.linesHint")}{" "}
      <Button look="primary" onPress={add}>
        {t("correction.typed.linesYes")}
      </Button>{" "}
      <Button onPress={onAnswer}>{t("correction.typed.linesNo")}</Button>
    </div>
  );
};
