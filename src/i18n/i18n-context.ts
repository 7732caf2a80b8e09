import type { i18n, TFunction } from "i18next";
import { createContext, use } from "react";
import type { Formats } from "./formats.ts";

/** The language that is spoken now, with its words and formats: made once for everybody who shows a text. */
export type Spoken = {
  readonly i18n: i18n;
  readonly language: string;
  readonly t: TFunction;
  readonly formats: Formats;
};

export const SpokenContext = createContext<Spoken | undefined>(undefined);

export const useSpoken = (): Spoken => {
  const spoken = use(SpokenContext);
  if (!spoken) throw new Error("I18nProvider is missing above this component");
  return spoken;
};
