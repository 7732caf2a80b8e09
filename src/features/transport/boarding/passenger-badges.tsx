import type { CodeOf } from "../../../domain/model/codes.ts";
import type { Line } from "../../../domain/model/kinds/line.ts";
import { isChildStop } from "../../../domain/transport/child-stop.ts";
import { isOffList, type PassengerStatus } from "../../../domain/transport/passenger-status.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Badge, type BadgeTone } from "../../../ui/display/badge.tsx";
import type { IconName } from "../../../ui/display/icon-shapes.ts";
import { latestScan } from "./latest-scan.ts";

type PassengerBadgesProps = { readonly view: TripView; readonly line: Line; readonly status: PassengerStatus };

/** What is to be known of a passenger at the door, the alarming first. */
export const PassengerBadges = ({ view, line, status }: PassengerBadgesProps) => {
  const t = useT();
  const label = useCodeLabel();
  const latest = latestScan(line, view.scans);
  const look = statusLooks[status];
  return (
    <>
      {isChildStop(line) && (
        <Badge icon="alarm" tone="danger">
          {t("transport.list.childStop")}
        </Badge>
      )}
      {status === "boarded" && isOffList(line) && (
        <Badge icon="close" tone="danger">
          {t("transport.list.offList")}
        </Badge>
      )}
      {look && (
        <Badge icon={look.icon} tone={look.tone}>
          {label("paxStatus", status)}
        </Badge>
      )}
      {(line.needs ?? []).map((need) => (
        <Badge key={need} icon={needIcons[need]}>
          {label("tripNeed", need)}
        </Badge>
      ))}
      {latest && view.database && <DeliveryMark database={view.database} id={latest._id} />}
    </>
  );
};

const statusLooks: Readonly<Partial<Record<PassengerStatus, { readonly icon: IconName; readonly tone: BadgeTone }>>> = {
  no_show: { icon: "close", tone: "warning" },
  alighted: { icon: "leave", tone: "plain" },
  cancelled: { icon: "close", tone: "plain" },
};

const needIcons: Readonly<Record<CodeOf<"tripNeed">, IconName>> = {
  wheelchair: "wheelchair",
  lift: "wheelchair",
  child_seat_0_3: "child",
  child_seat_3_7: "child",
  child_seat_7_12: "child",
  escort: "people",
  motion: "info",
};
