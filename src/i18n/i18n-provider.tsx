import type { i18n } from "i18next";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";

/** Around the whole app, once, with what `startI18n()` gave. */
export const I18nProvider = ({ i18n, children }: { readonly i18n: i18n; readonly children: ReactNode }) => (
  <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
);
