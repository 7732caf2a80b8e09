import type { i18n, TFunction } from "i18next";
import { createContext, use } from "react";
import type { Formats } from "./formats.ts";

/** The language that is spoken now, with its words and formats: made once for everybody who shows a text. */
export type CurrentLanguage = {
  readonly i18n: i18n;
  readonly language: string;
  readonly t: TFunction;
  readonly formats: Formats;
};

export const I18nContext = createContext<CurrentLanguage | undefined>(undefined);

export const useI18nContext = (): CurrentLanguage => {
  const spoken = use(I18nContext);
  if (!spoken) throw new Error("I18nProvider is missing above this component");
  return spoken;
};
