import type { i18n, TFunction } from "i18next";
import { type ReactNode, useMemo } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { formatsFor } from "./formats.ts";
import { I18nContext } from "./i18n-context.ts";

/** Around the whole app, once, with what `startI18n()` gave. */
export const I18nProvider = ({ i18n, children }: { readonly i18n: i18n; readonly children: ReactNode }) => (
  <I18nextProvider i18n={i18n}>
    <Speaking>{children}</Speaking>
  </I18nextProvider>
);

/** Follows the language once for everybody: hundreds of components show texts. */
const Speaking = ({ children }: { readonly children: ReactNode }) => {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const spoken = useMemo(
    () => ({ i18n, language, t: rememberingT(i18n), formats: formatsFor(language) }),
    [i18n, language],
  );
  return <I18nContext value={spoken}>{children}</I18nContext>;
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
