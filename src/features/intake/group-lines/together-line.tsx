import { useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import type { LineProps } from "./line-props.ts";
import { LineSheet } from "./line-sheet.tsx";
import { useChangeLine } from "./use-change-line.ts";

/** Whether beds and seats of the group have to be side by side. */
export const TogetherLine = ({ group, title, onClose }: LineProps) => {
  const t = useT();
  const [isTogether, setTogether] = useState(group.keepTogether);
  const { change, error } = useChangeLine(group, title, onClose);
  return (
    <LineSheet startAt="line-together" onSave={() => change({ line: "keepTogether", isTogether })} onClose={onClose}>
      <ChoiceChips
        id="line-together"
        label={title}
        error={error}
        options={[
          { value: "yes", label: t("correction.together.yes") },
          { value: "no", label: t("correction.together.no") },
        ]}
        columns={1}
        value={isTogether ? "yes" : "no"}
        onChange={(answer) => setTogether(answer === "yes")}
      />
    </LineSheet>
  );
};
