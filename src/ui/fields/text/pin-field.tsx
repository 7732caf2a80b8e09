import "./pin-field.css";
import type { ComponentProps } from "react";
import { Field } from "../field.tsx";
import { describedBy, type FieldProps } from "../field-props.ts";
import { masked } from "./masked.ts";

export type PinFieldProps = FieldProps & {
  readonly value: string;
  readonly length: number;
  readonly onChange: (digits: string) => void;
} & Pick<ComponentProps<"input">, "enterKeyHint" | "ref">;

/** A few digits, not to be read over a shoulder or stored by a password manager. */
export const PinField = ({ id, label, hint, error, value, length, onChange, ...passed }: PinFieldProps) => {
  const field = { id, label, hint, error };
  const { className, ...attributes } = masked();
  return (
    <Field {...field}>
      <input
        {...passed}
        {...attributes}
        id={id}
        className={`${className} p-pin`}
        inputMode="numeric"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, "").slice(0, length))}
      />
    </Field>
  );
};
