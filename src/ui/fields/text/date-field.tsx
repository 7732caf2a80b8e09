import "./date-field.css";
import { useT } from "../../../i18n/use-t.ts";
import { FieldGroup } from "../field-group.tsx";
import type { FieldProps } from "../field-props.ts";

/** As typed: any box may be empty, and what is a valid day is for the caller to judge. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export type DateFieldProps = FieldProps & {
  readonly value: DateParts;
  readonly onChange: (value: DateParts) => void;
  /** The boxes that are wrong, if it is known; otherwise an error marks all three. */
  readonly wrong?: readonly (keyof DateParts)[] | undefined;
};

const boxes = ["day", "month", "year"] as const;

/** Three boxes, so that what is not known stays empty. Never jumps from one box to the next by itself. */
export const DateField = ({ value, onChange, wrong = boxes, ...field }: DateFieldProps) => {
  const t = useT();
  const words = { day: t("ui.day"), month: t("ui.month"), year: t("ui.year") };
  return (
    <FieldGroup {...field}>
      <div className="p-date">
        {boxes.map((box) => (
          <label key={box} className="p-date__box" data-box={box}>
            <span>{words[box]}</span>
            <input
              id={box === "day" ? field.id : `${field.id}-${box}`}
              className="p-input"
              inputMode="numeric"
              autoComplete="off"
              data-wrong={field.error && wrong.includes(box) ? "" : undefined}
              aria-invalid={field.error && wrong.includes(box) ? true : undefined}
              value={value[box]}
              onChange={(event) => onChange({ ...value, [box]: event.target.value })}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
};
