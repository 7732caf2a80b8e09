import { ageRangeOf } from "../../domain/dates/age.ts";
import { readAge } from "../../domain/dates/read-age.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { useToday } from "../../live/use-today.ts";
import { usePersonLabels } from "../use-person-labels.ts";
import { useLeft } from "./use-left.ts";

/**
 * “→ 50–70 years”, “→ 12 July 1990, 36 years”: how a typed age or date is understood; nothing for what would only be repeated. What is not
 * understood is said in a few words once the box was left; saving says it at length.
 */
export const AgeMeaning = ({ id, text }: { readonly id: string; readonly text: string }) => {
  const t = useT();
  const errorText = useErrorText();
  const { age } = usePersonLabels();
  const { partialDay } = useFormats();
  const today = useToday();
  const read = readAge(text, today);
  const left = useLeft(id, text);
  if (!read.ok && left !== text) return null;
  if (!read.ok)
    return read.error.type === "AgeNotUnderstood" ? t("correction.typed.ageUnclear") : errorText(read.error);
  if (!read.value || /^\d{1,3}$/.test(text.trim())) return null;
  const birth = read.value;
  const date = birth.precision === "day" || birth.precision === "month" ? partialDay(birth.date) : undefined;
  const said = [date, age(ageRangeOf(birth, today))].filter(Boolean).join(", ");
  if (said === text.trim()) return null;
  return (
    <>
      <span aria-hidden="true">→ </span>
      {said}
    </>
  );
};
