import { FieldGroup } from "../field-group.tsx";
import type { FieldProps } from "../field-props.ts";
import { Chip } from "./chip.tsx";
import type { Option } from "./option.ts";

export type CheckChipsProps<Value extends string> = FieldProps & {
  readonly options: readonly Option<Value>[];
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
  readonly columns?: 1 | 2 | undefined;
};

/** Any of a few, in the order in which they are offered. */
export const CheckChips = <Value extends string>(props: CheckChipsProps<Value>) => {
  const { options, values, onChange, columns, ...field } = props;
  const change = (changed: Value, checked: boolean) =>
    onChange(
      options.map((option) => option.value).filter((value) => (value === changed ? checked : values.includes(value))),
    );
  return (
    <FieldGroup {...field}>
      <div className="p-chips" data-columns={columns}>
        {options.map((option, place) => (
          <Chip
            key={option.value}
            kind="checkbox"
            id={place === 0 ? field.id : `${field.id}-${option.value}`}
            name={field.id}
            option={option}
            checked={values.includes(option.value)}
            onChange={(checked) => change(option.value, checked)}
          />
        ))}
      </div>
    </FieldGroup>
  );
};
