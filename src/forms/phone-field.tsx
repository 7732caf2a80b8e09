import { isOfEitherCountry, type PhoneCountry } from "../domain/numbers/phone-number.ts";
import { useT } from "../i18n/use-t.ts";
import { ChoiceChips } from "../ui/fields/choice/choice-chips.tsx";
import { TextField, type TextFieldProps } from "../ui/fields/text/text-field.tsx";
import { TypedNote } from "./notes/typed-note.tsx";

type PhoneFieldProps = Pick<TextFieldProps, "id" | "label" | "hint" | "error" | "value" | "onChange"> & {
  /** Said where the number could be of either. */
  readonly country: PhoneCountry | undefined;
  readonly onCountry: (country: PhoneCountry) => void;
};

const countries = [
  { value: "UA", label: "+380" },
  { value: "PL", label: "+48" },
] as const;

/** A telephone number: whatever is typed is kept; which of it is called, and what cannot be, is said. */
export const PhoneField = ({ country, onCountry, ...field }: PhoneFieldProps) => {
  const t = useT();
  const { id, value, onChange } = field;
  const note = (
    <div className="p-said" data-kept aria-live="polite">
      <TypedNote of="phone" id={id} text={value} onChange={onChange} />
    </div>
  );
  return (
    <>
      <TextField {...field} entry="phone" said={note} />
      {isOfEitherCountry(value) && (
        <ChoiceChips
          id={`${id}Country`}
          label={t("intake.phoneCountry")}
          hint={t("intake.phoneEither")}
          options={countries}
          value={country}
          onChange={onCountry}
          columns={2}
        />
      )}
    </>
  );
};
