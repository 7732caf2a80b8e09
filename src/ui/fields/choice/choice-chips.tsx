import { FieldGroup } from "../field-group.tsx";
import type { FieldProps } from "../field-props.ts";
import { Chip } from "./chip.tsx";
import type { Option } from "./option.ts";

export type ChoiceChipsProps<Value extends string> = FieldProps & {
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly columns?: 1 | 2 | undefined;
};

/** One of a few. Native radios: arrow keys, form and screen readers come with them. */
export const ChoiceChips = <Value extends string>(props: ChoiceChipsProps<Value>) => {
  const { options, value, onChange, columns, ...field } = props;
  return (
    <FieldGroup {...field}>
      <div className="p-chips" data-columns={columns}>
        {options.map((option, place) => (
          <Chip
            key={option.value}
            kind="radio"
            id={place === 0 ? field.id : `${field.id}-${option.value}`}
            name={field.id}
            option={option}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
};
