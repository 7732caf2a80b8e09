import "./pin-field.css";
import type { ComponentProps } from "react";
import { Field } from "../field.tsx";
import { describedBy, type FieldProps } from "../field-props.ts";

export type PinFieldProps = FieldProps & {
  readonly value: string;
  readonly length: number;
  readonly onChange: (digits: string) => void;
} & Pick<ComponentProps<"input">, "enterKeyHint" | "ref">;

/**
 * A few digits, not to be read over a shoulder or stored by a password manager: masked by style, for browsers offer to keep what stands in a field of type
 * `password`. Those that cannot mask by style have that type all the same.
 */
export const PinField = ({ id, label, hint, error, value, length, onChange, ...passed }: PinFieldProps) => {
  const field = { id, label, hint, error };
  return (
    <Field {...field}>
      <input
        {...passed}
        {...ignored}
        id={id}
        className="p-input p-pin"
        type={isMaskedByStyle() ? "text" : "password"}
        inputMode="numeric"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, "").slice(0, length))}
      />
    </Field>
  );
};

const isMaskedByStyle = (): boolean => CSS.supports("-webkit-text-security", "disc");

/** What password managers of others read. */
const ignored = { "data-1p-ignore": "", "data-lpignore": "true", "data-bwignore": "", "data-form-type": "other" };
