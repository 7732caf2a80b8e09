import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Switch } from "../fields/choice/switch.tsx";
import { chooseLetterKeys, hasLetterKeys } from "./keys-choice.ts";

/** Switches the shortcuts off that are single letters or signs; arrows, Enter and Escape stay. */
export const KeysSwitch = () => {
  const t = useT();
  const [isOn, setOn] = useState(hasLetterKeys);
  const choose = (on: boolean) => {
    chooseLetterKeys(on);
    setOn(on);
  };
  return <Switch id="keys" label={t("laptop.keys.switch")} hint={t("laptop.keys.hint")} on={isOn} onChange={choose} />;
};
