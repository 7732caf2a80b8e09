import "./password-field.css";
import { type ComponentProps, useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Icon } from "../../display/icon.tsx";
import { Field } from "../field.tsx";
import { describedBy, type FieldProps } from "../field-props.ts";
import { masked } from "./masked.ts";

export type PasswordFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
} & Pick<ComponentProps<"input">, "enterKeyHint" | "onBlur" | "onKeyDown" | "ref" | "inputMode">;

/** A secret that can be looked at while it is typed with cold fingers, and that no browser stores. */
export const PasswordField = (props: PasswordFieldProps) => {
  const { id, label, hint, error, optional, value, onChange, ...passed } = props;
  const t = useT();
  const [shown, setShown] = useState(false);
  const field = { id, label, hint, error, optional };
  return (
    <Field {...field}>
      <div className="p-password">
        <input
          {...passed}
          {...masked(shown)}
          id={id}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(field)}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="p-input-corner"
          aria-label={shown ? t("ui.hidePassword") : t("ui.showPassword")}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? "eye-off" : "eye"} />
        </button>
      </div>
    </Field>
  );
};
