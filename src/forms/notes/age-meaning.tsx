import { ageRangeOf } from "../../domain/dates/age.ts";
import { readAge } from "../../domain/dates/read-age.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useToday } from "../../live/use-today.ts";
import { usePersonLabels } from "../use-person-labels.ts";

/** “→ 50–70 years”, “→ 12 July 1990, 36 years”: how a typed age or date is understood; nothing for what is not, and for what would only be repeated. */
export const AgeMeaning = ({ text }: { readonly text: string }) => {
  const { age } = usePersonLabels();
  const { partialDay } = useFormats();
  const today = useToday();
  const read = readAge(text, today);
  if (!read.ok || !read.value) return null;
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
