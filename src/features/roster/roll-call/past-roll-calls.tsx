import { notedBy } from "../../../domain/attention/noted-by.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { RollCallView } from "../../../live/roster/roll-call-view.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Section } from "../../../ui/page/section.tsx";

/** The last few, with what they came to. */
export const PastRollCalls = ({ rollCalls }: { readonly rollCalls: readonly RollCallView[] }) => {
  const t = useT();
  const label = useCodeLabel();
  const { dayAndTime, number } = useFormats();
  if (rollCalls.length === 0) return null;
  return (
    <Section title={t("roster.call.past")}>
      <List label={t("roster.call.past")}>
        {rollCalls.slice(0, 7).map((view) => (
          <ListRow
            key={view.rollCall._id}
            title={label("rollCallKind", view.rollCall.type)}
            detail={`${dayAndTime(view.rollCall.startedAt)} · ${notedBy(view.rollCall)}`}
            end={t("roster.call.pastCount", {
              found: number(view.found),
              expected: number(view.rollCall.expectedCount),
            })}
          />
        ))}
      </List>
    </Section>
  );
};
