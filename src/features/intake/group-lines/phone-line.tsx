import { useState } from "react";
import { isOfEitherCountry, type PhoneCountry } from "../../../domain/numbers/phone-number.ts";
import { useT } from "../../../i18n/use-t.ts";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import type { LineProps } from "./line-props.ts";
import { LineSheet } from "./line-sheet.tsx";
import { useChangeLine } from "./use-change-line.ts";

const countries = [
  { value: "UA", label: "+380" },
  { value: "PL", label: "+48" },
] as const;

/** The number at which the group is reached. */
export const PhoneLine = ({ group, title, onClose }: LineProps) => {
  const t = useT();
  const [typed, setTyped] = useState(group.phone?.raw ?? "");
  const [country, setCountry] = useState<PhoneCountry>();
  const { change, error } = useChangeLine(group, title, onClose);
  return (
    <LineSheet startAt="line-phone" onSave={() => change({ line: "phone", typed, country })} onClose={onClose}>
      <TextField id="line-phone" label={title} error={error} entry="phone" value={typed} onChange={setTyped} />
      {isOfEitherCountry(typed) && (
        <ChoiceChips
          id="line-phone-country"
          label={t("intake.phoneCountry")}
          hint={t("intake.phoneEither")}
          options={countries}
          value={country}
          onChange={setCountry}
          columns={2}
        />
      )}
    </LineSheet>
  );
};
