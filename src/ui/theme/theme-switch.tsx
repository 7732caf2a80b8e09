import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Switch } from "../fields/choice/switch.tsx";
import { chooseTheme, readTheme } from "./theme.ts";

/** The dark theme on and off, remembered on this device. */
export const ThemeSwitch = ({ id }: { readonly id: string }) => {
  const t = useT();
  const [theme, setTheme] = useState(readTheme);
  const change = (on: boolean) => {
    const chosen = on ? "night" : "light";
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return <Switch id={id} label={t("ui.night")} on={theme === "night"} onChange={change} />;
};
