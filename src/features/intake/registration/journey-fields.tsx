import type { IntakeForm } from "../../../domain/intake/intake-form.ts";
import { codes } from "../../../domain/model/codes.ts";
import { countries, countryCodes } from "../../../domain/model/countries.ts";
import { PhoneField } from "../../../forms/phone-field.tsx";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { SelectField } from "../../../ui/fields/choice/select-field.tsx";

type Props = {
  readonly form: IntakeForm;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (change: Partial<IntakeForm>) => void;
};

const spoken = ["uk", "ru", "pl", "en", "rom", "other"] as const;

/** What holds for the whole group: how to reach it, which language, whether it stays, the notice. */
export const JourneyFields = ({ form, error, onChange }: Props) => {
  const t = useT();
  const label = useCodeLabel();
  const { language } = useLanguage();
  const names = new Intl.DisplayNames([language], { type: "region" });
  const places = countryCodes.map((code) => ({ value: code, label: names.of(countries[code]) ?? code }));
  return (
    <>
      <PhoneField
        id="phone"
        label={t("intake.phone")}
        hint={t("intake.phoneHint")}
        error={error("phone")}
        value={form.phone}
        onChange={(phone) => onChange({ phone })}
        country={form.phoneCountry}
        onCountry={(phoneCountry) => onChange({ phoneCountry })}
      />
      <ChoiceChips
        id="language"
        label={t("intake.language")}
        options={spoken.map((code) => ({ value: code, label: label("language", code) }))}
        value={spokenOf(form.language)}
        onChange={(chosen) => onChange({ language: chosen })}
      />
      <ChoiceChips
        id="intent"
        label={t("intake.intent")}
        options={codes.intent.map((code) => ({ value: code, label: label("intent", code) }))}
        value={form.intent}
        onChange={(intent) => onChange({ intent })}
      />
      {form.intent === "transit" && (
        <SelectField
          id="destCountry"
          label={t("intake.destCountry")}
          options={places}
          value={form.destCountry}
          onChange={(destCountry) => onChange(destCountry ? { destCountry } : {})}
          optional
        />
      )}
      <ChoiceChips
        id="noticeHow"
        label={t("intake.notice")}
        hint={t("intake.noticeHint")}
        options={codes.noticeHow.map((code) => ({ value: code, label: label("noticeHow", code) }))}
        value={form.noticeHow}
        onChange={(noticeHow) => onChange({ noticeHow })}
      />
    </>
  );
};

const spokenOf = (language: IntakeForm["language"]) => spoken.find((code) => code === language);
