import type { Person } from "../../../domain/model/kinds/person.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { Badge } from "../../../ui/display/badge.tsx";

/** The needs of a person, the alarming ones first and marked. */
export const NeedBadges = ({ person }: { readonly person: Pick<Person, "needFlags"> }) => {
  const label = useCodeLabel();
  const flags = [...(person.needFlags ?? [])].sort((a, b) => Number(alarming.has(b)) - Number(alarming.has(a)));
  return flags.map((flag) => (
    <Badge key={flag} icon={alarming.has(flag) ? "alarm" : "flag"} tone={alarming.has(flag) ? "danger" : "info"}>
      {label("needFlag", flag)}
    </Badge>
  ));
};

const alarming: ReadonlySet<string> = new Set(["child_alone", "medical_urgent", "talk_private"]);
