import type { CodeOf } from "../../../domain/model/codes.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { StayState } from "../../../domain/roster/stay-state.ts";
import { placeMarksOf } from "../../../domain/walls/walled-needs.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { Badge, type BadgeTone } from "../../../ui/display/badge.tsx";
import type { IconName } from "../../../ui/display/icon-shapes.ts";

/** Where somebody is; nothing for whoever is simply in. */
export const StateBadge = ({ state }: { readonly state: StayState }) => {
  const label = useCodeLabel();
  if (state.status === "in") return null;
  const { icon, tone } = stateLooks[state.status];
  return (
    <Badge icon={icon} tone={tone}>
      {label("stayStatus", state.status)}
    </Badge>
  );
};

/** The same, for a list that another job draws. */
export const stateMark = (state: StayState) => <StateBadge state={state} />;

/** What matters for a bed, and never why. */
export const NeedBadges = ({ person }: { readonly person: Person }) => {
  const label = useCodeLabel();
  const needs = (person.needFlags ?? []).flatMap((need) => {
    const icon = needIcons[need];
    return icon
      ? [
          <Badge key={need} icon={icon} tone={need === "medical_urgent" ? "warning" : "plain"}>
            {label("needFlag", need)}
          </Badge>,
        ]
      : [];
  });
  const marks = placeMarksOf(person).map((mark) => (
    <Badge key={mark} icon={mark === "wheelchair_space" ? "wheelchair" : "flag"}>
      {label("placeMark", mark)}
    </Badge>
  ));
  return [...needs, ...marks];
};

const stateLooks: Readonly<
  Record<Exclude<StayState["status"], "in">, { readonly icon: IconName; readonly tone: BadgeTone }>
> = {
  expected: { icon: "clock", tone: "info" },
  leave: { icon: "leave", tone: "info" },
  absent: { icon: "warning", tone: "warning" },
  hospital: { icon: "plus", tone: "info" },
  out: { icon: "leave", tone: "plain" },
  no_show: { icon: "close", tone: "plain" },
};

const needIcons: Readonly<Partial<Record<CodeOf<"needFlag">, IconName>>> = {
  infant: "child",
  medical_urgent: "alarm",
  older_alone: "person",
  pet: "flag",
};
