import type * as v from "valibot";
import { codes } from "../domain/model/codes.ts";
import { traitsOf } from "../domain/model/kind.ts";
import { useCodeLabel } from "../i18n/use-code-label.ts";
import { CheckChips } from "../ui/fields/choice/check-chips.tsx";
import { ChoiceChips } from "../ui/fields/choice/choice-chips.tsx";
import { SelectField } from "../ui/fields/choice/select-field.tsx";
import { Switch } from "../ui/fields/choice/switch.tsx";
import type { FieldProps } from "../ui/fields/field-props.ts";
import { Stepper } from "../ui/fields/stepper.tsx";
import { DateField } from "../ui/fields/text/date-field.tsx";
import { TextArea } from "../ui/fields/text/text-area.tsx";
import { TextField } from "../ui/fields/text/text-field.tsx";
import { NameField } from "./name-field.tsx";
import { AgeNote } from "./notes/typed-note.tsx";
import type { DayTyped, Typed } from "./typed-values.ts";

type Props = FieldProps & {
  readonly schema: v.GenericSchema;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  /** Takes a name in Latin letters, where there is a box for it. */
  readonly onLatin?: ((latin: string) => void) | undefined;
};

/** More than this many codes are easier to find in a list than among chips. */
const mostChips = 6;

/** The input that a field's own schema asks for. */
export const FieldInput = ({ schema, typed, onTyped, onLatin, ...field }: Props) => {
  const label = useCodeLabel();
  const { input, list, withheld = [] } = traitsOf(schema) ?? { input: "text" };
  const isOffered = (code: string) => !withheld.includes(code) || (Array.isArray(typed) && typed.includes(code));
  const options = list
    ? codes[list].filter(isOffered).map((code) => ({ value: code as string, label: label(list, code) }))
    : [];
  switch (input) {
    case "choice":
      return options.length > mostChips ? (
        <SelectField {...field} options={options} value={typed as string} onChange={onTyped} />
      ) : (
        <ChoiceChips {...field} options={options} value={typed as string} onChange={onTyped} />
      );
    case "choices":
      return <CheckChips {...field} options={options} values={[...(typed as readonly string[])]} onChange={onTyped} />;
    case "count":
      return <Stepper {...field} value={typed as number | undefined} onChange={onTyped} />;
    case "yesNo":
      return <Switch id={field.id} label={field.label} hint={field.hint} on={typed as boolean} onChange={onTyped} />;
    case "date":
      return <DateField {...field} value={typed as DayTyped} onChange={onTyped} />;
    case "birth":
      return (
        <TextField
          {...field}
          value={typed as string}
          onChange={onTyped}
          width="short"
          said={<AgeNote id={field.id} text={typed as string} />}
        />
      );
    case "name":
      return <NameField {...field} value={typed as string} onChange={onTyped} onLatin={onLatin} />;
    case "phone":
      return <TextField {...field} entry="phone" value={typed as string} onChange={onTyped} />;
    case "longText":
      return <TextArea {...field} value={typed as string} onChange={onTyped} />;
    default:
      return <TextField {...field} value={typed as string} onChange={onTyped} />;
  }
};
