import "./chip.css";
import { Icon } from "../../display/icon.tsx";
import type { Option } from "./option.ts";

type ChipProps = {
  readonly kind: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly option: Option<string>;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** A native radio or checkbox; the whole chip is its label. A tick and a thicker edge show the choice, not colour alone. */
export const Chip = ({ kind, id, name, option, checked, onChange }: ChipProps) => (
  <label className="p-chip" lang={option.lang}>
    <input
      type={kind}
      id={id}
      name={name}
      value={option.value}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
    <span className="p-chip__mark" data-kind={kind}>
      <Icon name="check" />
    </span>
    {option.icon && <Icon name={option.icon} />}
    <span className="p-chip__words">
      {option.label}
      {option.hint && <span className="p-chip__hint">{option.hint}</span>}
    </span>
  </label>
);
