import type { i18n } from "i18next";
import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { formatsFor } from "./formats.ts";
import { SpokenContext } from "./spoken.ts";

/** Around the whole app, once, with what `startI18n()` gave. */
export const I18nProvider = ({ i18n, children }: { readonly i18n: i18n; readonly children: ReactNode }) => {
  const follow = (onSwitch: () => void) => {
    i18n.on("languageChanged", onSwitch);
    return () => i18n.off("languageChanged", onSwitch);
  };
  const language = useSyncExternalStore(
    follow,
    () => i18n.language,
    () => i18n.language,
  );
  const spoken = useMemo(
    // Another function for another language: what shows texts is drawn again.
    () => ({ i18n, language, t: i18n.t.bind(i18n) as typeof i18n.t, formats: formatsFor(language) }),
    [i18n, language],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
};
