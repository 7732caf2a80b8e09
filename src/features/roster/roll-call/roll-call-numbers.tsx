import { firstAnswer, isFound } from "../../../domain/roster/roll-calls.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { answerOf, type RollCallView } from "../../../live/roster/roll-call-view.ts";
import { BigCount } from "../../../ui/display/big-count.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Row } from "../../../ui/page/row.tsx";

type RollCallNumbersProps = { readonly rollCall: RollCallView; readonly people: readonly Resident[] };

/** Found and expected, read from two metres away; who is missing or needs help, said apart. */
export const RollCallNumbers = ({ rollCall, people }: RollCallNumbersProps) => {
  const t = useT();
  const { number } = useFormats();
  const answers = people.map(({ person }) => answerOf(rollCall, person._id));
  const missing = answers.filter((answer) => answer === "missing").length;
  const needHelp = answers.filter((answer) => answer === "needs_help").length;
  const isFire = firstAnswer(rollCall.rollCall.type) === "safe_outside";
  return (
    <>
      <Row even>
        <BigCount
          value={answers.filter(isFound).length}
          label={isFire ? t("roster.call.safe") : t("roster.call.found")}
          test="count-found"
        />
        <BigCount value={people.length} label={t("roster.call.expected")} test="count-expected" />
      </Row>
      {missing + needHelp > 0 && (
        <Notice kind="danger">
          {[
            needHelp > 0 && `${t("roster.call.needsHelp")}: ${number(needHelp)}`,
            missing > 0 && `${t("roster.call.missing")}: ${number(missing)}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </Notice>
      )}
    </>
  );
};
