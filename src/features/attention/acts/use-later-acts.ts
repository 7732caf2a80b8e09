import type { Later } from "../../../domain/acts/built-on.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";

/** What was done since, by whom and when, in one sentence's worth of words. */
export const useLaterActs = () => {
  const t = useT();
  const label = useCodeLabel();
  const { and, dayAndTime } = useFormats();
  const what = (later: Later): string => {
    if (later.kind === "stay") return t("shell.acts.bed");
    if (later.kind === "line") return label("lineStatus", later.status);
    return later.kind === "scan" ? label("scanKind", later.event) : label("presenceKind", later.event);
  };
  return (later: readonly Later[]): string =>
    and(
      later.map((one) => t("shell.acts.later", { what: what(one), by: one.createdBy, at: dayAndTime(one.createdAt) })),
    );
};
