import { useCallback } from "react";
import type { UnsentWork } from "../domain/attention/unsent-work.ts";
import { useFormats } from "../i18n/use-formats.ts";
import { useT } from "../i18n/use-t.ts";

/** “3 people and 1 bed”: what waits to be sent, as people count it; nothing where nothing waits. */
export const useWorkInWords = (): ((work: UnsentWork) => string) => {
  const t = useT();
  const { and } = useFormats();
  return useCallback(
    ({ people, beds, notes }) =>
      and([
        ...(people > 0 ? [t("shell.sync.people", { count: people })] : []),
        ...(beds > 0 ? [t("shell.sync.beds", { count: beds })] : []),
        ...(notes > 0 ? [t("shell.sync.notes", { count: notes })] : []),
      ]),
    [t, and],
  );
};
