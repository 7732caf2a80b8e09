import type { RollCallAnswer } from "../../../domain/roster/roll-calls.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { Badge, type BadgeTone } from "../../../ui/display/badge.tsx";
import type { IconName } from "../../../ui/display/icon-shapes.ts";

/** What was answered about somebody, as word, picture and colour. */
export const AnswerBadge = ({ answer }: { readonly answer: RollCallAnswer | "not_checked" }) => {
  const label = useCodeLabel();
  const { icon, tone } = answerLooks[answer];
  return (
    <Badge icon={icon} tone={tone}>
      {label("presenceEvent", answer)}
    </Badge>
  );
};

export const answerLooks: Readonly<
  Record<RollCallAnswer | "not_checked", { readonly icon: IconName; readonly tone: BadgeTone }>
> = {
  seen: { icon: "check", tone: "good" },
  safe_outside: { icon: "haven", tone: "good" },
  excused: { icon: "leave", tone: "info" },
  missing: { icon: "warning", tone: "warning" },
  needs_help: { icon: "alarm", tone: "danger" },
  not_checked: { icon: "clock", tone: "plain" },
};
