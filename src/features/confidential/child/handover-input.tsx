import type { HandoverPart } from "../../../domain/child-form/hand-over.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { DateField } from "../../../ui/fields/text/date-field.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";

type HandoverInputProps = {
  readonly id: string;
  readonly part: HandoverPart;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** The input of one part of a handover. A day is `YYYY-MM-DD`, with empty places where nothing is typed yet. */
export const HandoverInput = ({ id, part, error, value, onChange }: HandoverInputProps) => {
  const t = useT();
  const label = useCodeLabel();
  const field = { id, label: t(`child.handover.parts.${part}`), error };
  if (part === "signed")
    return (
      <ChoiceChips
        {...field}
        options={(["yes", "no"] as const).map((one) => ({ value: one, label: label("answer", one) }))}
        value={value as "yes" | "no"}
        onChange={onChange}
      />
    );
  if (part === "on") {
    const [year = "", month = "", day = ""] = value.split("-");
    return (
      <DateField
        {...field}
        value={{ day, month, year }}
        onChange={(typed) =>
          onChange(typed.day + typed.month + typed.year && [typed.year, typed.month, typed.day].join("-"))
        }
      />
    );
  }
  return (
    <TextField
      {...field}
      hint={
        part === "hour"
          ? t("child.handover.hourHint")
          : part === "witness"
            ? t("child.handover.witnessHint")
            : undefined
      }
      entry={part === "name" || part === "witness" ? "name" : part === "paperEnd" ? "code" : "text"}
      width={part === "hour" || part === "paperEnd" ? "short" : "full"}
      maxLength={part === "paperEnd" ? 20 : 80}
      value={value}
      onChange={onChange}
    />
  );
};
