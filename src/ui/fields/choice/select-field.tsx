import "./select-field.css";
import { useT } from "../../../i18n/use-t.ts";
import { Icon } from "../../display/icon.tsx";
import { Field } from "../field.tsx";
import { describedBy, type FieldProps } from "../field-props.ts";
import type { Option } from "./option.ts";

export type SelectFieldProps<Value extends string> = FieldProps & {
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly name?: string | undefined;
};

/** The phone's own list: for more than about eight options; fewer are `ChoiceChips`. */
export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => {
  const { options, value, onChange, name, ...field } = props;
  const t = useT();
  return (
    <Field {...field}>
      <div className="p-select">
        <select
          id={field.id}
          name={name}
          className="p-input"
          value={value ?? ""}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field)}
          onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value)}
        >
          <option value="">{t("ui.unmarked")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
    </Field>
  );
};
