import type { ComponentProps, ReactNode } from "react";
import { Field } from "../field.tsx";
import { describedBy, type FieldProps } from "../field-props.ts";
import { type TextEntry, textEntries } from "./text-entry.ts";

export type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Sets keyboard, capitals and correction; any of them can still be given on its own. */
  readonly entry?: TextEntry | undefined;
  readonly width?: "full" | "short" | undefined;
  /** Stands under the input: how the text is understood, or what is offered instead. */
  readonly said?: ReactNode;
} & Pick<
    ComponentProps<"input">,
    | "lang"
    | "name"
    | "inputMode"
    | "autoCapitalize"
    | "autoCorrect"
    | "autoComplete"
    | "spellCheck"
    | "enterKeyHint"
    | "maxLength"
    | "onBlur"
    | "onKeyDown"
    | "ref"
  >;

export const TextField = (props: TextFieldProps) => {
  const { id, label, hint, error, optional, value, onChange, entry = "text", width, said, ...passed } = props;
  const field = { id, label, hint, error, optional };
  return (
    <Field {...field}>
      <input
        {...textEntries[entry]}
        {...passed}
        id={id}
        className="p-input"
        data-width={width}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value)}
      />
      {said}
    </Field>
  );
};
