import { type Country, countries } from "../../../domain/model/countries.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Facts } from "../../../ui/display/facts.tsx";
import { Section } from "../../../ui/page/section.tsx";

/** What holds for the whole group. */
export const GroupFacts = ({ group }: { readonly group: Group }) => {
  const t = useT();
  const label = useCodeLabel();
  const { language } = useLanguage();
  const { dayAndTime } = useFormats();
  const country = group.destCountry && countryName(group.destCountry, language);
  const facts = [
    { label: t("intake.arrived"), value: dayAndTime(group.arrivedAt) },
    ...Object.entries(group.counts ?? {}).map(([key, count]) => ({
      label: countLabel(key, label),
      value: String(count),
    })),
    ...(group.phone ? [{ label: t("intake.phone"), value: group.phone.e164 ?? group.phone.raw }] : []),
    ...(group.intent
      ? [{ label: t("intake.intent"), value: [label("intent", group.intent), country].filter(Boolean).join(" · ") }]
      : []),
    {
      label: t("intake.notice"),
      value: group.noticeGiven ? label("noticeHow", group.noticeGiven.how) : t("intake.noticeMissing"),
    },
    { label: t("intake.registeredBy"), value: group.createdBy },
  ];
  return (
    <Section title={t("intake.group")} beside={<DeliveryMark database={siteDatabase(group.site)} id={group._id} />}>
      <Facts facts={facts} />
    </Section>
  );
};

const countLabel = (key: string, label: (list: string, code: string) => string): string => {
  const [sex = "", band = ""] = key.split("|");
  return `${label("sex", sex)}, ${label("ageBand", band)}`;
};

/** A code that a newer app has written is shown as it stands. */
const countryName = (code: string, language: string): string => {
  const region = countries[code as Country] as string | undefined;
  return (region && new Intl.DisplayNames([language], { type: "region" }).of(region)) ?? code;
};
