import { isLanguage, type Language } from "./languages.ts";

export type LanguageHints = {
  readonly asked: string | null;
  readonly remembered: string | null;
  readonly preferred: readonly string[];
};

/** The address wins, then what this device remembers, then what the browser prefers, then Ukrainian. */
export const firstLanguage = ({ asked, remembered, preferred }: LanguageHints): Language => {
  if (isLanguage(asked)) return asked;
  if (isLanguage(remembered)) return remembered;
  return fromBrowser(preferred);
};

// A phone bought in Ukraine is often set to Russian: whoever also lists Ukrainian or Ukraine is never given Russian unasked.
const fromBrowser = (preferred: readonly string[]): Language => {
  const fits = preferred.map((tag) => tag.toLowerCase().split("-")[0]).filter(isLanguage);
  const isUkrainian = preferred.some((tag) => /^uk\b|-ua\b/i.test(tag));
  const first = fits[0] ?? "uk";
  return first === "ru" && isUkrainian ? "uk" : first;
};
