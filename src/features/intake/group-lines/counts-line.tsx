import { useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { CountGrid } from "../registration/count-grid.tsx";
import type { LineProps } from "./line-props.ts";
import { LineSheet } from "./line-sheet.tsx";
import { useChangeLine } from "./use-change-line.ts";

/** How many they are, counted anew. */
export const CountsLine = ({ group, title, onClose }: LineProps) => {
  const t = useT();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>(group.counts ?? {});
  const { change, error } = useChangeLine(group, title, onClose);
  const heads = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <LineSheet
      title={title}
      startAt="counts"
      save={t("intake.save", { count: heads })}
      onSave={() => change({ line: "counts", counts })}
      onClose={onClose}
    >
      {error && <Notice kind="danger">{error}</Notice>}
      <CountGrid counts={counts} onCount={(key, count) => setCounts((before) => ({ ...before, [key]: count }))} />
    </LineSheet>
  );
};
