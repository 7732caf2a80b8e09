/** The languages that are offered, in the order in which they are offered, each under its own name. */
export const languages = {
  uk: "Українська",
  pl: "Polski",
  en: "English",
  ru: "Русский",
} as const;

export type Language = keyof typeof languages;

/** Accented and 40 % longer English, for development: shows cut-off text and words that bypass the locales. */
export const pseudoLocale = "en-XA";

export const isLanguage = (value: string | null | undefined): value is Language =>
  value !== null && value !== undefined && Object.hasOwn(languages, value);
