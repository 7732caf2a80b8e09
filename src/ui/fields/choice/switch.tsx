import "./switch.css";

export type SwitchProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

/** Acts at once; a question with two answers is `ChoiceChips`. */
export const Switch = ({ id, label, hint, on, onChange }: SwitchProps) => (
  <label className="p-switch">
    <span>
      <span className="p-switch__label">{label}</span>
      {hint && (
        <span className="p-switch__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </span>
    <input
      id={id}
      type="checkbox"
      role="switch"
      checked={on}
      aria-checked={on}
      aria-describedby={hint && `${id}-hint`}
      onChange={(event) => onChange(event.target.checked)}
    />
  </label>
);
