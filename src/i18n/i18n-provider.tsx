import type { i18n, TFunction } from "i18next";
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
    () => ({ i18n, language, t: rememberingT(i18n), formats: formatsFor(language) }),
    [i18n, language],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
};

/**
 * Another function for each language, so that what shows texts is drawn again. i18next takes long to find a word: one that stands as
 * it is written is looked for once, and again only while it is missing.
 */
const rememberingT = (i18n: i18n): TFunction => {
  const known = new Map<string, string>();
  const find = i18n.t as unknown as (key: string, ...options: readonly object[]) => string;
  const t: typeof find = (key, ...options) => {
    if (options.length > 0) return find(key, ...options);
    const word = known.get(key) ?? find(key);
    if (word !== key) known.set(key, word);
    return word;
  };
  return t as unknown as TFunction;
};
