import "./text-area.css";
import type { ComponentProps } from "react";
import { Field } from "../field.tsx";
import { describedBy, type FieldProps } from "../field-props.ts";

export type TextAreaProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
} & Pick<
    ComponentProps<"textarea">,
    "lang" | "name" | "rows" | "autoCapitalize" | "autoCorrect" | "spellCheck" | "maxLength" | "onBlur"
  >;

export const TextArea = (props: TextAreaProps) => {
  const { id, label, hint, error, optional, value, onChange, rows = 3, ...passed } = props;
  const field = { id, label, hint, error, optional };
  return (
    <Field {...field}>
      <textarea
        {...passed}
        id={id}
        rows={rows}
        autoComplete="off"
        className="p-input p-text-area"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
};
