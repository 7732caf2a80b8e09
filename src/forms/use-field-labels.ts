import { useMemo } from "react";
import type { Birth } from "../domain/dates/birth.ts";
import { ageText } from "../domain/dates/read-age.ts";
import { directoryDatabase } from "../domain/model/databases.ts";
import { traitsOf } from "../domain/model/kind.ts";
import { siteNameIn } from "../domain/model/kinds/site.ts";
import { kindNamed } from "../domain/model/kinds.ts";
import { useCodeLabel } from "../i18n/use-code-label.ts";
import { useFormats } from "../i18n/use-formats.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useOptionalWord } from "../i18n/use-optional-word.ts";
import { useT } from "../i18n/use-t.ts";
import { titleOfRef } from "../live/attention/record-title.ts";
import { useLiveContext } from "../live/live-context.tsx";

export type FieldLabels = {
  /** What a field of any kind is called. */
  readonly label: (field: string) => string;
  /** A stored value as people say it. */
  readonly value: (kind: string, field: string, value: unknown) => string;
};

/** Fields and values of every kind of record in words; `database` is where the records lie that a value names. */
export const useFieldLabels = (database: string): FieldLabels => {
  const t = useT();
  const { language } = useLanguage();
  const wordOf = useOptionalWord();
  const code = useCodeLabel();
  const formats = useFormats();
  const { records } = useLiveContext();
  return useMemo(() => {
    const { and, partialDay, dayAndTime } = formats;
    const siteWord = (slug: string) => {
      const site = [...records.all(directoryDatabase, "site").values()].find((one) => one.site === slug);
      return site ? siteNameIn(site, language) : slug;
    };
    const birth = (known: Birth): string => {
      if (known.precision === "band") return code("ageBand", known.band);
      if (known.precision === "unknown") return code("dobPrecision", "unknown");
      return known.precision === "age" ? `${ageText(known)} (${partialDay(known.asOf)})` : partialDay(known.date);
    };
    const plain = (value: unknown): string => {
      if (Array.isArray(value)) return and(value.map(plain));
      if (typeof value === "boolean") return t(value ? "person.yes" : "person.no");
      if (typeof value === "object" && value !== null) return partsOf(value).map(plain).join(", ");
      return dayOf(String(value)) ? dayAndTime(String(value)) : String(value);
    };
    const ref = (id: string): string => (id.includes(":") ? titleOfRef(records, database, id) : siteWord(id)) ?? id;
    return {
      label: (field) =>
        wordOf(`record.fields.${field}`) ??
        wordOf(`person.fields.${field}`) ??
        wordOf(`child.fields.${field}`) ??
        t("person.fields.otherField"),
      value: (kind, field, value) => {
        if (value === undefined) return t("intake.nothing");
        const { input, list } = traitsOf(kindNamed(kind)?.fields[field]) ?? { input: "text" };
        if (input === "birth") return birth(value as Birth);
        if (input === "date") return partialDay(value as string);
        if (field === "counts") return countsIn(value as Readonly<Record<string, number>>, code);
        if (list) return and([value].flat().map((one) => code(list, String(one))));
        return input === "ref" ? ref(String(value)) : refsIn(value) ? and(value.map(ref)) : plain(value);
      },
    };
  }, [t, wordOf, language, code, formats, records, database]);
};

const countsIn = (counts: Readonly<Record<string, number>>, code: (list: string, code: string) => string): string =>
  Object.entries(counts)
    .map(([key, count]) => {
      const [sex = "", band = ""] = key.split("|");
      return `${count} × ${code("sex", sex)}, ${code("ageBand", band)}`;
    })
    .join("; ");

/** Of a stop its place, of a phone its number, of a note who and when; otherwise everything. */
const partsOf = (value: object): readonly unknown[] => {
  const { place, e164, raw, by, at } = value as Readonly<Record<string, unknown>>;
  const [told] = [place, e164 ? `${raw} (${e164})` : raw].filter(Boolean);
  if (told) return [told];
  return by && at ? [by, at] : Object.values(value);
};

const refsIn = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string" && /^[a-z-]+:/.test(one));

const dayOf = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text);
