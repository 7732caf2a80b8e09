import type { Person } from "../../../domain/model/kinds/person.ts";
import { isWalledNeed, placeMarksOf } from "../../../domain/walls/walled-needs.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { Badge } from "../../../ui/display/badge.tsx";

type NeedBadgesProps = {
  readonly person: Pick<Person, "needFlags" | "placeMarks">;
  /** In a row of a list, where there is room for a few pictures: of the marks only the wheelchair. */
  readonly isBrief?: boolean;
};

/** The needs of a person, the alarming ones first and marked, and what a bed and a seat have to be like; never why. */
export const NeedBadges = ({ person, isBrief = false }: NeedBadgesProps) => {
  const label = useCodeLabel();
  const flags = (person.needFlags ?? [])
    .filter((flag) => !isWalledNeed(flag))
    .sort((a, b) => Number(alarming.has(b)) - Number(alarming.has(a)));
  return (
    <>
      {flags.map((flag) => (
        <Badge key={flag} icon={alarming.has(flag) ? "alarm" : "flag"} tone={alarming.has(flag) ? "danger" : "info"}>
          {label("needFlag", flag)}
        </Badge>
      ))}
      {placeMarksOf(person)
        .filter((mark) => !isBrief || mark === "wheelchair_space")
        .map((mark) => (
          <Badge key={mark} icon={mark === "wheelchair_space" ? "wheelchair" : "flag"}>
            {label("placeMark", mark)}
          </Badge>
        ))}
    </>
  );
};

const alarming: ReadonlySet<string> = new Set(["child_alone", "medical_urgent"]);
