import { traitsOf } from "../../domain/kind.ts";
import { person as kind, type Person } from "../../domain/person.ts";
import { ageText } from "../../domain/read-age.ts";
import { useCodeLabel } from "../../i18n/code-label.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { Facts } from "../../ui/facts.tsx";
import { type PersonField, personFields } from "./person-fields.ts";

/** What is known of a person, field by field; nothing is shown for what nobody asked. */
export const PersonFacts = ({ person }: { readonly person: Person }) => {
  const t = useT();
  const words = useValueWords();
  const known = personFields.filter((field) => person[field] !== undefined);
  return (
    <Facts facts={known.map((field) => ({ label: t(`intake.fields.${field}`), value: words(field, person[field]) }))} />
  );
};

/** A stored value in words. */
export const useValueWords = () => {
  const t = useT();
  const label = useCodeLabel();
  const { partialDay, and } = useFormats();
  return (field: PersonField, value: unknown): string => {
    if (value === undefined) return t("intake.nothing");
    const { input, list } = traitsOf(kind.fields[field]) ?? { input: "text" };
    if (field === "birth") return birthWords(value as NonNullable<Person["birth"]>, partialDay, label);
    if (input === "date") return partialDay(value as string);
    if (list) return and([value].flat().map((code) => label(list, String(code))));
    return [value].flat().join(", ");
  };
};

const birthWords = (
  birth: NonNullable<Person["birth"]>,
  partialDay: (day: string) => string,
  label: (list: string, code: string) => string,
): string => {
  if (birth.precision === "band") return label("ageBand", birth.band);
  if (birth.precision === "unknown") return label("dobPrecision", "unknown");
  return birth.precision === "age" ? `${ageText(birth)} (${partialDay(birth.asOf)})` : partialDay(birth.date);
};
