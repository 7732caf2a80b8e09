import { type Language, languages } from "../i18n/languages.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useT } from "../i18n/use-t.ts";
import { ChoiceChips } from "../ui/choice-chips.tsx";

/** In place, offline, remembered on this device. */
export const LanguageChoice = () => {
  const t = useT();
  const { language, choose } = useLanguage();
  const options = (Object.keys(languages) as Language[]).map((code) => ({
    value: code,
    label: languages[code],
    lang: code,
  }));
  return (
    <ChoiceChips
      id="language"
      label={t("app.language")}
      options={options}
      value={language}
      onChange={(chosen) => void choose(chosen)}
      columns={2}
    />
  );
};
