import type { CodeOf } from "../../domain/model/codes.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { Badge, type BadgeTone } from "../../ui/display/badge.tsx";
import type { IconName } from "../../ui/display/icon-shapes.ts";

/** Where a trip stands. */
export const TripBadge = ({ state }: { readonly state: CodeOf<"tripStatus"> }) => {
  const label = useCodeLabel();
  const { icon, tone } = looks[state];
  return (
    <Badge icon={icon} tone={tone}>
      {label("tripStatus", state)}
    </Badge>
  );
};

const looks: Readonly<Record<CodeOf<"tripStatus">, { readonly icon: IconName; readonly tone: BadgeTone }>> = {
  draft: { icon: "edit", tone: "plain" },
  boarding: { icon: "enter", tone: "info" },
  departed: { icon: "bus", tone: "info" },
  arrived: { icon: "haven", tone: "good" },
  closed: { icon: "lock", tone: "plain" },
  cancelled: { icon: "close", tone: "warning" },
  incident: { icon: "alarm", tone: "danger" },
};
