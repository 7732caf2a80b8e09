import { useState } from "react";
import { codes } from "../../../domain/model/codes.ts";
import { countries, countryCodes } from "../../../domain/model/countries.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { SelectField } from "../../../ui/fields/choice/select-field.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import type { LineProps } from "./line-props.ts";
import { LineSheet } from "./line-sheet.tsx";
import { useChangeLine } from "./use-change-line.ts";

/** Whether they stay, and where those go who do not. */
export const OnwardLine = ({ group, title, onClose }: LineProps) => {
  const t = useT();
  const label = useCodeLabel();
  const { language } = useLanguage();
  const [intent, setIntent] = useState(group.intent);
  const [destCountry, setCountry] = useState(group.destCountry);
  const [destCity, setCity] = useState(group.destCity ?? "");
  const { change, error } = useChangeLine(group, title, onClose);
  const names = new Intl.DisplayNames([language], { type: "region" });
  const known = countryCodes.map((code) => ({ value: code as string, label: names.of(countries[code]) ?? code }));
  const isKnown = destCountry === undefined || known.some(({ value }) => value === destCountry);
  return (
    <LineSheet
      startAt="line-intent"
      onSave={() => change({ line: "onward", intent, destCountry, destCity })}
      onClose={onClose}
    >
      <ChoiceChips
        id="line-intent"
        label={title}
        error={error}
        options={codes.intent.map((value) => ({ value, label: label("intent", value) }))}
        value={intent}
        onChange={setIntent}
      />
      {intent === "transit" && (
        <>
          <SelectField
            id="line-country"
            label={t("intake.destCountry")}
            // A country that a newer app knows stays to be chosen.
            options={isKnown ? known : [...known, { value: destCountry, label: destCountry }]}
            value={destCountry}
            onChange={setCountry}
            optional
          />
          <TextField
            id="line-city"
            label={t("correction.city")}
            entry="name"
            maxLength={80}
            value={destCity}
            onChange={setCity}
            optional
          />
        </>
      )}
    </LineSheet>
  );
};
