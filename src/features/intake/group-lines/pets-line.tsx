import { useState } from "react";
import { codes } from "../../../domain/model/codes.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import type { LineProps } from "./line-props.ts";
import { LineSheet } from "./line-sheet.tsx";
import { useChangeLine } from "./use-change-line.ts";

/** Animals that came with the group. */
export const PetsLine = ({ group, title, onClose }: LineProps) => {
  const label = useCodeLabel();
  const [pets, setPets] = useState(group.pets ?? []);
  const { change, error } = useChangeLine(group, title, onClose);
  return (
    <LineSheet startAt="line-pets" onSave={() => change({ line: "pets", pets })} onClose={onClose}>
      <CheckChips
        id="line-pets"
        label={title}
        error={error}
        options={codes.pet.map((value) => ({ value, label: label("pet", value) }))}
        values={pets}
        onChange={(values) => setPets([...values])}
      />
    </LineSheet>
  );
};
