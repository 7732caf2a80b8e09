import { type Language, languages } from "../../../i18n/languages.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { ChoiceChips } from "./choice-chips.tsx";
import type { Option } from "./option.ts";

const offered = (Object.keys(languages) as Language[]).map(
  (language): Option<Language> => ({ value: language, label: languages[language], lang: language }),
);

/** Each language under its own name; changes in place. */
export const LanguageChips = ({ id }: { readonly id: string }) => {
  const t = useT();
  const { language, choose } = useLanguage();
  return (
    <ChoiceChips
      id={id}
      label={t("ui.language")}
      options={offered}
      value={language}
      onChange={(chosen) => void choose(chosen)}
    />
  );
};
