import { useState } from "react";
import type { PhoneCountry } from "../../../domain/numbers/phone-number.ts";
import { PhoneField } from "../../../forms/phone-field.tsx";
import type { LineProps } from "./line-props.ts";
import { LineSheet } from "./line-sheet.tsx";
import { useChangeLine } from "./use-change-line.ts";

/** The number at which the group is reached. */
export const PhoneLine = ({ group, title, onClose }: LineProps) => {
  const [typed, setTyped] = useState(group.phone?.raw ?? "");
  const [country, setCountry] = useState<PhoneCountry>();
  const { change, error } = useChangeLine(group, title, onClose);
  return (
    <LineSheet startAt="line-phone" onSave={() => change({ line: "phone", typed, country })} onClose={onClose}>
      <PhoneField
        id="line-phone"
        label={title}
        error={error}
        value={typed}
        onChange={setTyped}
        country={country}
        onCountry={setCountry}
      />
    </LineSheet>
  );
};
