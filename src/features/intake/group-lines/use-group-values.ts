import type { GroupLine } from "../../../domain/intake/change-group.ts";
import { type Country, countries } from "../../../domain/model/countries.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import { phoneText } from "../../../domain/numbers/phone-text.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useCountsInWords } from "./use-counts-in-words.ts";

export type GroupFact = {
  readonly line: GroupLine["line"];
  /** The field that has to be writable for the line to be changed. */
  readonly field: keyof Group & string;
  readonly title: string;
  /** Nothing where nobody has noted it. */
  readonly value: string | undefined;
};

/** The lines of a group that can be changed, in words. */
export const useGroupValues = (group: Group): readonly GroupFact[] => {
  const t = useT();
  const label = useCodeLabel();
  const { language } = useLanguage();
  const { and, dayAndTime } = useFormats();
  const countsInWords = useCountsInWords();
  const { intent, destCountry, destCity, phone, pets, noticeGiven } = group;
  const country = destCountry && countryName(destCountry, language);
  const onward = [intent && label("intent", intent), country, destCity].filter(Boolean);
  const told = noticeGiven && [
    label("noticeHow", noticeGiven.how),
    label("language", noticeGiven.language),
    dayAndTime(noticeGiven.at),
  ];
  return [
    { line: "label", field: "label", title: t("intake.surname"), value: group.label },
    { line: "counts", field: "counts", title: t("correction.counts.title"), value: countsInWords(group.counts) },
    { line: "phone", field: "phone", title: t("intake.phone"), value: phone && phoneText(phone) },
    { line: "onward", field: "intent", title: t("intake.intent"), value: onward.join(" · ") || undefined },
    {
      line: "keepTogether",
      field: "keepTogether",
      title: t("person.fields.keepTogether"),
      value: t(group.keepTogether ? "correction.together.yes" : "correction.together.no"),
    },
    {
      line: "pets",
      field: "pets",
      title: t("person.fields.pets"),
      value: pets && pets.length > 0 ? and(pets.map((pet) => label("pet", pet))) : undefined,
    },
    { line: "notice", field: "noticeGiven", title: t("intake.notice"), value: told?.join(" · ") },
  ];
};

/** A code that a newer app has written is shown as it stands. */
const countryName = (code: string, language: string): string => {
  const region = countries[code as Country];
  return region ? (new Intl.DisplayNames([language], { type: "region" }).of(region) ?? code) : code;
};
