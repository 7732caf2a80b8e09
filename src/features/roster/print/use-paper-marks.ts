import type { CodeOf } from "../../../domain/model/codes.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { placeMarksOf } from "../../../domain/walls/walled-needs.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";

/** What helpers with bags, beds and food have to know of a person. Everything else stands on no paper that lies about. */
export const usePaperMarks = (): ((person: Person) => string) => {
  const label = useCodeLabel();
  return (person) =>
    [
      ...(person.needFlags ?? []).filter((flag) => onPaper.has(flag)).map((flag) => label("needFlag", flag)),
      ...placeMarksOf(person).map((mark) => label("placeMark", mark)),
    ].join(", ");
};

const onPaper: ReadonlySet<CodeOf<"needFlag">> = new Set(["infant", "pet", "interpreter"]);
