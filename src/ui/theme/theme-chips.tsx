import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { ChoiceChips } from "../fields/choice/choice-chips.tsx";
import { chooseTheme, readTheme, type ThemeChoice } from "./theme.ts";

const choices = ["system", "light", "night"] as const satisfies readonly ThemeChoice[];

/** Which theme is shown: changes in place, remembered on this device. */
export const ThemeChips = ({ id }: { readonly id: string }) => {
  const t = useT();
  const [theme, setTheme] = useState(readTheme);
  const choose = (chosen: ThemeChoice) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  const options = choices.map((value) => ({ value, label: t(`ui.theme.${value}`) }));
  return <ChoiceChips id={id} label={t("ui.theme.title")} options={options} value={theme} onChange={choose} />;
};
