import "./stepper.css";
import type { KeyboardEvent } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Icon } from "../display/icon.tsx";
import { VisuallyHidden } from "../display/visually-hidden.tsx";
import { Field } from "./field.tsx";
import { describedBy, type FieldProps } from "./field-props.ts";

export type StepperProps = FieldProps & {
  /** `undefined` = not asked yet; that is not zero. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};

/** A small number: tapped up and down, or typed. */
export const Stepper = ({ value, onChange, min = 0, max = 999, ...field }: StepperProps) => {
  const t = useT();
  const step = (by: number) =>
    onChange(Math.min(max, Math.max(min, (value ?? min) + (value === undefined && by < 0 ? 0 : by))));
  const type = (typed: string) => {
    const digits = typed.replace(/\D/g, "");
    onChange(digits === "" ? undefined : Math.min(max, Number(digits)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? 1 : -1);
  };
  return (
    <Field {...field}>
      <div className="p-stepper">
        <button type="button" aria-label={t("ui.less", { label: field.label })} onClick={() => step(-1)}>
          <Icon name="minus" />
        </button>
        <input
          id={field.id}
          role="spinbutton"
          inputMode="numeric"
          autoComplete="off"
          className="p-input"
          value={value ?? ""}
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field)}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" aria-label={t("ui.more", { label: field.label })} onClick={() => step(1)}>
          <Icon name="plus" />
        </button>
        <VisuallyHidden>
          <output htmlFor={field.id}>{value}</output>
        </VisuallyHidden>
      </div>
    </Field>
  );
};
