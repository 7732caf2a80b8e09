import { useEffect, useState } from "react";
import { useI18nContext } from "../../../i18n/i18n-context.ts";
import { isLanguage } from "../../../i18n/languages.ts";
import { addWords } from "../../../i18n/start-i18n.ts";
import type { PinParts } from "./pin-parts.ts";

/** Fetched with its words when `isWanted`, and in memory from then on: a phone asks for a PIN without a network or a worker. Without them nobody is offered one. */
export const usePinParts = (isWanted: boolean): PinParts | undefined => {
  const { i18n } = useI18nContext();
  const [parts, setParts] = useState<PinParts>();
  useEffect(() => {
    if (!isWanted) return;
    const language = isLanguage(i18n.language) ? i18n.language : "en";
    Promise.all([import("./pin-parts.ts"), addWords(i18n, language, "pin")]).then(
      ([{ pinParts }]) => setParts(pinParts),
      atTheNextUnlocking,
    );
  }, [i18n, isWanted]);
  return parts;
};

const atTheNextUnlocking = () => {};
