import { countries, countryCodes } from "../../../../domain/model/countries.ts";
import { useVoices, type Voice } from "../voices.tsx";

type Props = { readonly value: string | undefined; readonly onChange: (country: string) => void };

/** A country out of all of them, each under its name in the languages that are spoken. */
export const CountryAnswer = ({ value, onChange }: Props) => {
  const { theirs, mine } = useVoices();
  const [names, others] = [namesIn(theirs), mine && namesIn(mine)];
  return (
    <select
      className="i-ask__box"
      id="answer"
      aria-labelledby="question"
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="" disabled hidden />
      {countryCodes.map((code) => (
        <option key={code} value={code}>
          {[names(code), ...(others ? [others(code)] : [])].join(" · ")}
        </option>
      ))}
    </select>
  );
};

const namesIn = ({ language }: Voice) => {
  const names = new Intl.DisplayNames([language], { type: "region" });
  return (code: (typeof countryCodes)[number]): string => names.of(countries[code]) ?? code;
};
